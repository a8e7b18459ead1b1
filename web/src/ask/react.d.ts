/** What the page uses of GraphiQL and of React, on which it stands. */
declare module 'graphiql' {
  export const GraphiQL: { Logo: unknown };
}

declare module 'react' {
  export function createElement(kind: unknown, properties: Record<string, unknown>, ...inside: unknown[]): unknown;
  export function useEffect(effect: () => () => void, dependencies: unknown[]): void;
}

declare module 'react-dom/client' {
  export function createRoot(element: HTMLElement): { render(what: unknown): void; unmount(): void };
}
