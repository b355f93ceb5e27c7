// usage: node sev.ts WORKTREE FILE  — lines: lang | field | reason | before → after
import { readFileSync } from 'node:fs';
const [root, file] = process.argv.slice(2);
const { compare } = await import('../../../src/compare/compare.ts');
const FIELDS = ['title','text','description','body','date','time','price','place'];
const kindIn = (f:string) => f==='place'?'text':f;
const ed = (await import('./programmes.ts')).edition1;
const cases = readFileSync(file!,'utf8').split('\n').filter(l=>l.trim()&&!l.startsWith('#')).map((l,i)=>{ const p=l.split(' | '); const [lang,field,reason]=p.map(s=>s.trim()); const [before,after,...r]=p.slice(3).join(' | ').split(' → '); if(after===undefined||r.length||!FIELDS.includes(field!)) throw new Error('line '+(i+1)+': '+l); return {lang,field,reason,before:before!.trim(),after:after!.trim(),l} as any });
let low=0,lowOther=0,high=0,maj=0,min=0;
for(const lang of [...new Set(cases.map(c=>c.lang))]){
 const cs=cases.filter(c=>c.lang===lang);
 const prog=(v:string)=>{ const theme={id:'all',title:'All',columns:[],carry:false}; const fields=FIELDS.filter(f=>f!=='body').map(id=>({id,kind:kindIn(id)}));
  const events=cs.map((c,i)=>({id:`e${i}`,title:`№ ${i}`,bodies:{},regions:{},...(c.field==='body'?{bodies:{french:c[v]}}:{[c.field]:c[v]})}));
  return {edition:v,config:{...ed.config,language:lang,languages:[lang],fields,themes:[theme]},themes:[{theme,events}],reference:{regions:[],places:[]}} };
 const {changes}=compare(prog('before') as any,prog('after') as any);
 const sev=new Map<string,string[]>(); for(const c of changes) sev.set(c.id??'',[...(sev.get(c.id??'')??[]),c.severity]);
 cs.forEach((c,i)=>{ const got=(sev.get(`e${i}`)??['none']).includes('major')?'major':'minor'; const want=c.reason==='minor'?'minor':'major'; want==='major'?maj++:min++; if(got!==want){ if(want==='major'){ if(c.reason==='other') lowOther++; else low++; console.log('LOW ',c.l)} else {high++; console.log('HIGH',c.l)} } });
}
console.log(`${maj} major, ${min} minor: too low ${low} (person/time/price/place/admission) + ${lowOther} (other), too high ${high}`);
