import type { Problem, Text } from './documents';
import { kebab } from './graphql';

/** Problems with severities in the page's words. */
export const problemsOf = (problems: Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, severity: kebab(problem.severity) }));

/** A problem of a form: its place and its Chinese sentences name the field as the form does, not by its column. */
export function inForm(problem: Problem, where: string, column: string, label: string): Problem {
  const word = new RegExp(` ?\\b${column}\\b ?`);
  const named = (text: Text): Text => ({ ...text, zh: text.zh.replace(word, label) });
  return { ...problem, where, message: named(problem.message), remedy: named(problem.remedy) };
}
