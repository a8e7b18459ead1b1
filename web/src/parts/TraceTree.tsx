import { explanation, type TraceNode } from '../data/documents';
import { useSpeech } from '../language';
import { Loaded, useDocument } from './Loaded';

/** The explanation of a line: every number with formula, source and place, to be opened step by step. */
export function Explanation({ year, line }: { year: number; line: string }) {
  const tree = useDocument(() => explanation(year, line), [year, line]);
  return (
    <div class="explanation" data-test="explanation">
      <Loaded document={tree}>{(value) => <ul class="tree"><Node node={value.tree} depth={0} /></ul>}</Loaded>
    </div>
  );
}

const openDepth = 2;

function Node({ node, depth }: { node: TraceNode; depth: number }) {
  const words = useSpeech();
  const head = (
    <><span class="label">{words.of(node.label)}</span> <span class="figure">{node.value}</span></>
  );
  const facts = (
    <dl class="facts">
      {node.formula && <><dt>{words.say('formula')}</dt><dd class="formula">{node.formula}</dd></>}
      {node.source && (
        <>
          <dt>{words.say('source')}</dt>
          <dd>
            [{node.source.key}] {node.source.place}{' '}
            <span class={`confidence ${node.source.confidence}`}>
              {words.say('confidence')}: {words.code(node.source.confidence)}
            </span>
          </dd>
        </>
      )}
      {node.where && <><dt>{words.say('place')}</dt><dd class="where">{node.where}</dd></>}
    </dl>
  );
  if (!node.children) return <li>{head}{facts}</li>;
  return (
    <li>
      <details open={depth < openDepth}>
        <summary>{head}</summary>
        {facts}
        <ul>{node.children.map((child, place) => <Node key={place} node={child} depth={depth + 1} />)}</ul>
      </details>
    </li>
  );
}
