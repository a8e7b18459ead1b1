/** Differences of an issued schedule that are settled with a later one. */
import type { CorrectionLine, PayerYuan, Problem } from './documents';
import { problemFields, question } from './graphql';
import { problemsOf } from './problems';
import { askAnyway } from './snapshot';

/** What of a difference one payer settles. */
export interface Settlement extends PayerYuan { difference: CorrectionLine }

const recordQuery = `mutation Adjust($input: RecordAdjustmentsInput!) {
  recordAdjustments(input: $input) { record problems ${problemFields} }
}`;

/** Records settlements, numbered in order; problems where they were refused. */
export async function recordAdjustments(
  scheme: string, year: number, number: string, reason: string, settlements: Settlement[],
): Promise<Problem[]> {
  const { recordAdjustments: told } = await question<{ recordAdjustments: { problems: Problem[] } }>(recordQuery, {
    input: {
      scheme, year, idempotencyKey: crypto.randomUUID(),
      adjustments: settlements.map(({ difference, payer, yuan }, place) => ({
        id: number && `${number}-${place + 1}`, line: difference.corrects, district: difference.district,
        payee: difference.payee, parcel: difference.parcel,
        payer: payer.toUpperCase().replaceAll('-', '_'), yuan, reason,
      })),
    },
  }, askAnyway);
  return problemsOf(told.problems);
}

/** Takes an adjustment back; problems where that was refused. */
export async function withdrawAdjustment(
  scheme: string, year: number, number: string, reason: string): Promise<Problem[]> {
  const { withdrawAdjustment: told } = await question<{ withdrawAdjustment: { problems: Problem[] } }>(
    `mutation Withdraw($input: WithdrawRecordInput!) {
      withdrawAdjustment(input: $input) { problems ${problemFields} }
    }`, { input: { scheme, year, id: number, reason, idempotencyKey: crypto.randomUUID() } }, askAnyway);
  return problemsOf(told.problems);
}

/** Lets what was recorded be in force; the run that does it, or why not. */
export async function publishRecords(): Promise<{ run: string | null; problems: Problem[] }> {
  const { publishRecords: told } = await question<{ publishRecords: {
    run: { id: string } | null; problems: Problem[];
  } }>(`mutation PublishRecords($input: PublishInput!) {
    publishRecords(input: $input) { run { id } problems ${problemFields} }
  }`, { input: { idempotencyKey: crypto.randomUUID() } }, askAnyway);
  return { run: told.run?.id ?? null, problems: problemsOf(told.problems) };
}
