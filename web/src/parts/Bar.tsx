import { fixed } from '../format';

/** How far something is, in words and as a bar; without an end when that is not known. */
export function Bar({ label, done, total, unit = '', test }: {
  label: string; done: number; total: number; unit?: string; test: string;
}) {
  const decimals = unit ? 1 : 0;
  return (
    <p class="progress" data-test={test}>
      <progress aria-label={label} max={total || 1} {...(total > 0 ? { value: done } : {})} />
      <span>
        {label} {total > 0 && `${fixed(done, decimals)} / ${fixed(total, decimals)} ${unit}`}
      </span>
    </p>
  );
}
