import type { Problem } from './documents';
import { kebab } from './graphql';

/** Problems with severities in the page's words. */
export const problemsOf = (problems: Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, severity: kebab(problem.severity) }));
