import type { Check, Problem, Schedule, Schedules, Source, Step, Text } from './documents';
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
interface Answer {
  code: string; isDrawn: boolean; status: string; lineCount: number; contentHash: string | null;
  total: Exact | null;
  scheme: {
    code: string; status: string; name: Text; statusReason: Text | null; beneficiaries: Text;
    basis: { title: string; number: string | null; article: string }; source: Source | null;
  };
  payers: { payer: string; amount: Exact }[];
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
    payers: told.payers.map(({ payer, amount }) => ({ payer: kebab(payer), yuan: amount.amount })),
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
