import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Something whose inside is made, and read, only when it is opened. */
export function Opening(
  { head, children, test }: { head: ComponentChildren; children: ComponentChildren; test?: string },
) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-test={test}>{head}</summary>
      {isOpen && children}
    </details>
  );
}
