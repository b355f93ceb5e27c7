import { MESSAGES } from '../../languages/index.ts';
import {
  type Lang,
  listProposals,
  type Problem,
  type ReviewResult,
  review,
  type Standing,
} from '../index.ts';
import { displayedProposal, displayedProposed, displayedRemainders } from './displayed-proposals.ts';
import type { Incoming } from './incoming.ts';
import {
  IncomingSchema,
  type ListedProposal,
  ProposalQuerySchema,
  type Ruled,
  type SaidIncoming,
  type SaidQuestion,
  SendSchema,
  VerdictsSchema,
} from './incoming-api.ts';
import { downloadOf, fileRoute, Nothing, type Route, route, type Say, valueIn, written } from './route.ts';
import { speakerFor } from './translated-problems.ts';

/** Requests about files: reading an incoming file, the proposals, and the export of outgoing files. */
export const INCOMING_ROUTES: Readonly<Record<string, Route>> = {
  'POST /api/incoming': fileRoute(
    IncomingSchema,
    async ({ keep, ...file }, { data, writer, watch }, lang) => {
      const done = await writer.run({ incoming: { ...file, keep: keep === 'yes' } });
      watch.hurry();
      return valueIn<Incoming>(
        done,
        (incoming, say) => saidIncoming(incoming, say, lang),
        await speakerFor(lang, data),
      );
    },
  ),
  'GET /api/proposals': route(Nothing, async (_, { data }) => ({
    value: (await listProposals({ data })) satisfies ListedProposal[],
  })),
  'GET /api/proposal': route(ProposalQuerySchema, async ({ name }, { data }, lang) => ({
    value: displayedProposal(await review({ data, name }), lang),
  })),
  'POST /api/verdicts': route(VerdictsSchema, ({ seen, done, ...verdicts }, desk, lang) =>
    written(desk, async (data) => {
      const standings = new Map(
        Object.entries(seen).map(([id, standing]) => [id, withOurs(standing as unknown as Standing)]),
      );
      return saidRuled(await review({ data, ...verdicts, tickOff: done, seen: standings }), lang, data);
    }),
  ),
  'GET /api/send': route(SendSchema, (sending, desk) => downloadOf({ send: sending }, desk)),
};

/** JSON has no undefined values, so a conflict with a text that the draft no longer has is sent without that text. */
function withOurs(standing: Standing): Standing {
  return standing.state === 'conflict' && !('ours' in standing)
    ? { ...(standing as { state: 'conflict' }), ours: undefined }
    : standing;
}

async function saidRuled(result: ReviewResult, lang: Lang, data: string): Promise<Ruled> {
  const say = await speakerFor(lang, data);
  return { proposal: displayedProposal(result, lang), problems: result.problems.map(say) };
}

function saidIncoming({ file, proposed, problems, questions }: Incoming, say: Say, lang: Lang): SaidIncoming {
  const { sha256, published, notRead } = file;
  return {
    sha256,
    published,
    notRead,
    ...(proposed !== undefined && { proposed: saidFound(proposed, say, lang) }),
    problems: problems.map(say),
    questions: questions.map((question): SaidQuestion => {
      const { name, form, evidence, answers, proposal } = question;
      const said = say(question as Problem);
      return { ...said, name, form, evidence, answers, ...(proposal !== undefined && { proposal }) };
    }),
  };
}

function saidFound(
  {
    name,
    changes,
    standings,
    comparison,
    kept,
    done,
    known,
    notes,
    remarks,
    ...remainders
  }: NonNullable<Incoming['proposed']>,
  say: Say,
  lang: Lang,
): NonNullable<SaidIncoming['proposed']> {
  return {
    name,
    changes: displayedProposed(comparison, changes, new Map(standings), lang),
    remainders: displayedRemainders(remainders),
    kept,
    done,
    known,
    remarks: [...notes.map((message) => ({ message, lang: MESSAGES })), ...remarks.map(say)],
  };
}
