import {
  compareRanks,
  type Event,
  FINDING_SEVERITIES,
  type FindingSeverity,
  groupBy,
  LIMITS,
  type Programme,
  valueAt,
} from '../model/index.ts';
import { buildGazetteer, type Mention, placesIn } from '../reference/index.ts';
import { inPlainWords } from '../text/index.ts';
import { excerptAround } from './excerpt.ts';
import { type BareFinding, type Finding, textKey } from './finding.ts';
import { isInForeignWords } from './foreign-clauses.ts';
import { messageOf } from './messages.ts';
import { type CheckContext, findingAt, type Rule, type RuleResources } from './rule.ts';
import { languageInstead, otherLanguage, programmeLanguage, RULES, staleAcceptance } from './rules/index.ts';
import { type PrintedText, rowTexts, textsOf } from './texts.ts';

/**
 * Runs all rules on a programme. Findings are in printed order: the texts of programme.yaml first, then those of the
 * events, column by column. The programme can override the severities of rules. Findings that an event accepts are
 * omitted. An acceptance that does not match any finding is reported.
 *
 * @param aids data that some rules need; a rule whose data is missing does not run
 */
export function checkProgramme(written: Programme, aids: RuleResources = {}): Finding[] {
  const programme = inPlainWords(written);
  const context = contextOf(programme, aids);
  const textAt = new Map(context.texts.map((text) => [textKey(text.at), text]));
  const isForeignAt = ({ at, offset }: BareFinding): boolean => {
    const text = textAt.get(textKey(at));
    return text !== undefined && isInForeignWords(text, offset);
  };
  const isOtherLanguage = runs(programmeLanguage, context) && languageInstead(context) !== undefined;
  const running = RULES.filter(
    (rule) => runs(rule, context) && !(isOtherLanguage && rule.readsLanguage === true),
  );
  const all = withoutOwned(
    running.flatMap((rule) => {
      const found = rule.run(context);
      const isForLanguage = rule.readsLanguage === true && rule !== otherLanguage;
      const byDefault = isForLanguage ? found.filter((finding) => !isForeignAt(finding)) : found;
      return withoutCrowds(byDefault).map((finding) => ({ rule, finding }));
    }),
  );
  const { open, stale } = withoutAccepted(all, context, running);
  const findings = [...open, ...unknownRules(programme), ...stale].flatMap(({ rule, finding }): Finding[] => {
    const severity = severityOf(rule, programme, finding.severity);
    if (severity === 'off') return [];
    const around = excerptAround(
      textAt.get(textKey(finding.at))?.words ?? '',
      finding.offset,
      finding.length,
    );
    return [{ rule: rule.id, ...finding, severity, ...around }];
  });
  return inPrintedOrder(findings, context);
}

/** The data that rules check. */
function contextOf(programme: Programme, aids: RuleResources): CheckContext {
  const gazetteer = buildGazetteer(programme.reference);
  const mentions = new WeakMap<PrintedText, readonly Mention[]>();
  return {
    ...aids,
    ...(aids.previous && { previous: inPlainWords(aids.previous) }),
    programme,
    texts: textsOf(programme),
    events: programme.themes.flatMap(({ theme, events }) => {
      const row = rowTexts(theme, programme.config);
      return events.map((event) => ({ event, theme, row }));
    }),
    gazetteer,
    mentionsIn: (text) => valueAt(mentions, text, () => placesIn(gazetteer, text.words)),
  };
}

/**
 * Limits the number of findings that a rule reports for a text, so that an editor can work through them; the last
 * finding states how many more there are.
 */
function withoutCrowds(findings: readonly BareFinding[]): BareFinding[] {
  const most = LIMITS.findingsInText;
  const counts = new Map<string, number>();
  const kept = findings.filter(({ at }) => {
    const key = textKey(at);
    const seen = (counts.get(key) ?? 0) + 1;
    counts.set(key, seen);
    return seen <= most;
  });
  if (kept.length === findings.length) return kept;
  const last = new Map(kept.map((finding) => [textKey(finding.at), finding]));
  return kept.map((finding) => {
    const key = textKey(finding.at);
    const more = (counts.get(key) ?? 0) - most;
    if (more <= 0 || last.get(key) !== finding) return finding;
    const { code, parameters, message } = finding;
    return {
      ...finding,
      ...messageOf('more-like-it', { finding: { code, parameters, message }, count: more }),
    };
  });
}

interface Found {
  rule: Rule;
  finding: BareFinding;
}

/**
 * Removes findings whose words are also reported by a rule with `ownsWords`, so that each fault is reported only once.
 */
function withoutOwned(found: readonly Found[]): Found[] {
  const owners = found.filter(({ rule, finding }) => rule.ownsWords !== undefined && finding.length > 0);
  const owned = groupBy(owners, ({ finding }) => textKey(finding.at));
  if (owned.size === 0) return [...found];
  return found.filter(
    ({ rule, finding }) =>
      rule.ownsWords !== undefined ||
      finding.length === 0 ||
      owned.get(textKey(finding.at))?.some((owner) => liesIn(finding, owner.finding)) !== true,
  );
}

/** Whether a finding begins within the words of another finding. */
function liesIn({ offset }: BareFinding, owner: BareFinding): boolean {
  return offset >= owner.offset && offset < owner.offset + owner.length;
}

/** The severity of a finding: the one that the programme sets for the rule, otherwise the default. */
function severityOf(
  { id, severity }: Rule,
  { config }: Programme,
  own: FindingSeverity = severity,
): FindingSeverity | 'off' {
  return config.rules?.[id]?.severity ?? own;
}

function runs(rule: Rule, context: CheckContext): boolean {
  const aid = rule.needs === undefined ? true : context[rule.needs] !== undefined;
  return aid && severityOf(rule, context.programme) !== 'off';
}

/** Removes the findings that events accept, and reports acceptances that do not match any finding. */
function withoutAccepted(
  found: readonly Found[],
  { events }: CheckContext,
  running: readonly Rule[],
): { open: Found[]; stale: Found[] } {
  const accepting = new Map(events.filter(({ event }) => event.accept).map(({ event }) => [event.id, event]));
  const used = new Set<unknown>();
  const open = found.filter(({ rule, finding: { at } }) => {
    const acceptance = accepting
      .get(at.event ?? '')
      ?.accept?.find((accepted) => accepted.rule === rule.id && covers(accepted.field, at.field ?? ''));
    if (acceptance !== undefined) used.add(acceptance);
    return acceptance === undefined;
  });
  const ran = new Set<string>(running.map(({ id }) => id));
  const known = new Set<string>(RULES.map(({ id }) => id));
  const stale = [...accepting.values()].flatMap((event) =>
    (event.accept ?? []).flatMap((acceptance, index) =>
      used.has(acceptance) || (known.has(acceptance.rule) && !ran.has(acceptance.rule))
        ? []
        : [
            {
              rule: staleAcceptance,
              finding: staleFinding(event, index, acceptance.rule, known.has(acceptance.rule)),
            },
          ],
    ),
  );
  return { open, stale: running.includes(staleAcceptance) ? stale : [] };
}

/**
 * Whether an acceptance applies to a field. An acceptance for `bodies` or `title` also applies to `bodies.french` or
 * `title.fr`; one without a field applies to all fields.
 */
function covers(accepted: string | undefined, field: string): boolean {
  return accepted === undefined || field === accepted || field.startsWith(`${accepted}.`);
}

function staleFinding(event: Event, index: number, rule: string, known: boolean): BareFinding {
  const message = messageOf(known ? 'acceptance-stale' : 'rule-unknown', { rule });
  return findingAt({ event: event.id, field: `accept.${index}` }, message);
}

/** Reports names of rules in programme.yaml that do not exist. */
function unknownRules({ config }: Programme): Found[] {
  return Object.keys(config.rules ?? {})
    .filter((id) => !RULES.some((rule) => rule.id === id))
    .map((id) => ({
      rule: staleAcceptance,
      finding: findingAt({ field: `rules.${id}` }, messageOf('rule-unknown', { rule: id })),
    }));
}

function inPrintedOrder(findings: readonly Finding[], { programme, events, texts }: CheckContext): Finding[] {
  const eventOrder = new Map(events.map(({ event }, index) => [event.id, index]));
  const ruleOrder = new Map<string, number>(RULES.map(({ id }, index) => [id, index]));
  const fieldOrder = new Map(texts.map(({ at }, index) => [textKey(at), index]));
  const columns = new Map(
    programme.themes.flatMap(({ theme, events }) => events.map(({ id }) => [id, theme.columns])),
  );
  const ranks = new Map(
    findings.map((finding): [Finding, number[]] => {
      const { event = '', field = '' } = finding.at;
      const column = field.split('.').find((part) => part !== 'bodies') ?? '';
      return [
        finding,
        [
          event === '' ? -1 : (eventOrder.get(event) ?? 0),
          columns.get(event)?.indexOf(column) ?? 0,
          fieldOrder.get(textKey(finding.at)) ?? 0,
          finding.offset,
          FINDING_SEVERITIES.indexOf(finding.severity),
          ruleOrder.get(finding.rule) ?? 0,
        ],
      ];
    }),
  );
  return [...findings].sort((a, b) => compareRanks(ranks.get(a) ?? [], ranks.get(b) ?? []));
}
