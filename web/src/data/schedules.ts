import type {
  Check, Correction, Dossier, PayerYuan, Problem, Schedule, Schedules, Source, Step, Text,
} from './documents';
import { checkFields, kebab, problemFields, question, questionOnce, sourceFields, textFields } from './graphql';
import { problemsOf } from './problems';

const stepFields = '{ number step role actor at note stage hash }';

const query = `query Schedules($year: Int!) {
  schedules(year: $year) {
    code isDrawn status lineCount contentHash total { amount }
    scheme {
      code status name ${textFields} statusReason ${textFields} beneficiaries ${textFields}
      basis { title number article } source ${sourceFields}
    }
    payers { payer amount { amount } }
    groups(by: [DISTRICT]) { district { code } lineCount amount { amount } }
    checks ${checkFields} problems ${problemFields} steps ${stepFields}
  }
}`;

interface Exact { amount: string }
interface Share { payer: string; amount: Exact }
interface Answer {
  code: string; isDrawn: boolean; status: string; lineCount: number; contentHash: string | null;
  total: Exact | null;
  scheme: {
    code: string; status: string; name: Text; statusReason: Text | null; beneficiaries: Text;
    basis: { title: string; number: string | null; article: string }; source: Source | null;
  };
  payers: Share[];
  groups: { district: { code: string } | null; lineCount: number; amount: Exact }[];
  checks: Check[]; problems: Problem[]; steps: Step[];
}

/** The schedules of a year, with those that could not be drawn. */
export async function schedules(year: number): Promise<Schedules> {
  const told = await questionOnce<{ schedules: Answer[] }>(query, { year });
  return { year, schedules: told.schedules.map(scheduleOf) };
}

function scheduleOf(told: Answer): Schedule {
  const { scheme } = told;
  const article = scheme.basis.article === '?' ? '' : ` ${scheme.basis.article}`;
  return {
    code: told.code, scheme: scheme.code, name: scheme.name, beneficiaries: scheme.beneficiaries,
    status: told.isDrawn ? kebab(told.status) : 'not-drawn',
    schemeStatus: scheme.status === 'VERIFIED' ? 'verified' : 'unverified', statusReason: scheme.statusReason,
    basis: `《${scheme.basis.title}》${scheme.basis.number ?? ''}${article}`, source: scheme.source,
    totalYuan: told.total?.amount ?? null, lines: told.lineCount, contentHash: told.contentHash,
    payers: payersOf(told.payers),
    districts: told.groups.map(({ district, lineCount, amount }) => ({
      code: district?.code ?? '', lines: lineCount, yuan: amount.amount,
    })),
    checks: told.checks, problems: problemsOf(told.problems), steps: stepsOf(told.steps),
  };
}

const stepsOf = (steps: Step[]) =>
  steps.map((step) => ({
    ...step, step: kebab(step.step), role: kebab(step.role), stage: step.stage && kebab(step.stage),
  }));

const payersOf = (shares: Share[]): PayerYuan[] =>
  shares.map(({ payer, amount }) => ({ payer: kebab(payer), yuan: amount.amount }));

const correctionLinesMax = 1000;

const dossierQuery = `query Dossier($code: String!) {
  schedule(code: $code) {
    notice { begins ends daysLeft }
    nextSteps { step role needsNote needsLines stages reasons ${problemFields} }
    correction {
      issuedHash dueHash issued { amount } due { amount } total { amount } payers { payer amount { amount } }
      lines(first: ${correctionLinesMax}) { totalCount nodes {
        district { code } payee parcel issuedLine dueLine issued { amount } due { amount } delta { amount }
        payers { payer amount { amount } } corrects open { payer amount { amount } }
      } }
    }
    adjustments { district { code } payee parcel payer amount { amount } line reason place number state }
  }
}`;

interface DifferenceAnswer {
  district: { code: string } | null; payee: string | null; parcel: string; issuedLine: string | null;
  dueLine: string | null; issued: Exact; due: Exact; delta: Exact; payers: Share[]; corrects: string; open: Share[];
}
interface CorrectionAnswer {
  issuedHash: string; dueHash: string; issued: Exact; due: Exact; total: Exact; payers: Share[];
  lines: { totalCount: number; nodes: DifferenceAnswer[] };
}
interface DossierAnswer {
  notice: Dossier['notice']; nextSteps: Dossier['nextSteps']; correction: CorrectionAnswer | null;
  adjustments: {
    district: { code: string } | null; payee: string | null; parcel: string; payer: string; amount: Exact;
    line: string; reason: string | null; place: string; number: string | null; state: string;
  }[];
}

/** Notice, next steps and corrections of a schedule, as they are now. */
export async function dossier(code: string): Promise<Dossier> {
  const { schedule } = await question<{ schedule: DossierAnswer }>(dossierQuery, { code });
  return {
    notice: schedule.notice,
    nextSteps: schedule.nextSteps.map((each) => ({
      ...each, step: kebab(each.step), role: each.role && kebab(each.role), stages: each.stages.map(kebab),
      reasons: problemsOf(each.reasons),
    })),
    correction: schedule.correction && correctionOf(schedule.correction),
    adjustments: schedule.adjustments.map(({ district, payer, amount, state, ...rest }) => ({
      ...rest, district: district?.code ?? '', payer: kebab(payer), yuan: amount.amount, state: kebab(state),
    })),
  };
}

const correctionOf = (told: CorrectionAnswer): Correction => ({
  issuedHash: told.issuedHash, dueHash: told.dueHash, issuedYuan: told.issued.amount,
  dueYuan: told.due.amount, totalYuan: told.total.amount, payers: payersOf(told.payers),
  lineCount: told.lines.totalCount,
  lines: told.lines.nodes.map((line) => ({
    district: line.district?.code ?? '', payee: line.payee, parcel: line.parcel,
    issuedLine: line.issuedLine, dueLine: line.dueLine, issuedYuan: line.issued.amount,
    dueYuan: line.due.amount, deltaYuan: line.delta.amount, payers: payersOf(line.payers),
    corrects: line.corrects, open: payersOf(line.open),
  })),
});

const stepQuery = `mutation Step($input: TakeStepInput!) {
  takeStep(input: $input) { schedule { status steps ${stepFields} } problems ${problemFields} }
}`;

/** Takes a step. What stands in the way comes back as problems. */
export async function takeStep(
  schedule: Schedule, step: string, note: string, lines: string[], stage: string | null,
): Promise<Problem[]> {
  const { takeStep: told } = await question<{ takeStep: { problems: Problem[] } }>(stepQuery, {
    input: {
      schedule: schedule.code, step: step.toUpperCase(), seenSteps: schedule.steps.length,
      idempotencyKey: crypto.randomUUID(), note: note || null, lines: lines.length > 0 ? lines : null,
      stage: stage && stage.toUpperCase().replaceAll('-', '_'),
    },
  });
  return problemsOf(told.problems);
}
