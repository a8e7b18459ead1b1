/** Lines of accounts and schedules, and the trees behind them. */
import type { Source, Text, TraceNode } from './documents';
import { kebab, questionOnce, sourceFields, textFields } from './graphql';

export interface AccountLine {
  code: string; district: { code: string } | null; service: { code: string }; itemName: Text;
  ecosystemType: { code: string; name: Text } | null; physicalQuantity: { amount: number; unit: string };
  unitValue: { amount: string; unit: string }; value: { amount: string }; booked: boolean; flags: string[];
}

const accountLinesQuery = `query AccountLines($where: AccountLineFilterInput, $first: Int) {
  accountLines(where: $where, first: $first, order: [{ value: DESC }]) {
    totalCount
    nodes {
      code district { code } service { code } itemName ${textFields} ecosystemType { code name ${textFields} }
      physicalQuantity { amount unit } unitValue { amount unit } value { amount } booked flags
    }
  }
}`;

const linesMax = 100;

/** Account lines of a year that meet a filter, the largest first. */
export async function accountLines(year: number, where: Record<string, unknown>): Promise<AccountLine[]> {
  const told = await questionOnce<{ accountLines: { nodes: AccountLine[] } }>(
    accountLinesQuery, { where: { ...where, year: { eq: year } }, first: linesMax });
  return told.accountLines.nodes.map((line) => ({ ...line, flags: line.flags.map(kebab) }));
}

interface Exact { amount: string; unit: string }

/** A payment. Village and payee are null where the caller may not see them. */
export interface PaymentLine {
  code: string; district: { code: string } | null; town: string; village: string | null; payee: string | null;
  parcel: string; area: Exact | null; rate: Exact | null; amount: Exact; schedule: { status: string };
}

export interface PaymentPage { totalCount: number; nodes: PaymentLine[]; next: string | null }

const paymentLinesQuery = `query PaymentLines($where: PaymentLineFilterInput, $first: Int, $after: String) {
  paymentLines(where: $where, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      code district { code } town village payee parcel schedule { status }
      area { amount unit } rate { amount unit } amount { amount unit }
    }
  }
}`;

/** A page of payment lines that meet a filter. */
export async function paymentLines(
  where: Record<string, unknown>, first: number, after: string | null = null): Promise<PaymentPage> {
  const { paymentLines: told } = await questionOnce<{ paymentLines: {
    totalCount: number; nodes: PaymentLine[]; pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } }>(paymentLinesQuery, { where, first, after });
  return {
    totalCount: told.totalCount, nodes: told.nodes,
    next: told.pageInfo.hasNextPage ? told.pageInfo.endCursor : null,
  };
}

const stepsFields =
  `{ steps { depth label ${textFields} value formula source ${sourceFields} place } }`;

interface FlatStep {
  depth: number; label: Text; value: string; formula: string | null; source: Source | null;
  place: string | null;
}
type Explanation = { steps: FlatStep[] } | null;

/** The tree behind an account line. */
export async function accountExplanation(year: number, line: string): Promise<TraceNode | null> {
  const told = await questionOnce<{ account: { line: { explanation: Explanation } | null } }>(
    `query Explain($year: Int!, $line: String!) {
      account(year: $year) { line(line: $line) { explanation ${stepsFields} } }
    }`, { year, line });
  return treeOf(told.account.line?.explanation ?? null);
}

/** The tree behind a payment line; null where the caller may not see it. */
export async function paymentExplanation(line: string): Promise<TraceNode | null> {
  const told = await questionOnce<{ paymentLine: { explanation: Explanation } | null }>(
    `query ExplainPayment($line: String!) { paymentLine(code: $line) { explanation ${stepsFields} } }`,
    { line });
  return treeOf(told.paymentLine?.explanation ?? null);
}

/** The tree of steps that come from the top down, each with its depth. */
function treeOf(explanation: Explanation): TraceNode | null {
  if (!explanation) return null;
  const open: TraceNode[] = [];
  for (const { depth, ...step } of explanation.steps) {
    const source = step.source && { ...step.source, confidence: kebab(step.source.confidence) };
    const node: TraceNode = { ...step, source, children: [] };
    open.length = depth;
    open.at(-1)?.children.push(node);
    open.push(node);
  }
  return open[0] ?? null;
}
