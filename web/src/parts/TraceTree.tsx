import type { TraceNode } from '../data/documents';
import { accountExplanation, paymentExplanation } from '../data/lines';
import { useSpeech } from '../language';
import { Loaded, useDocument, type Document } from './Loaded';

/** The explanation of an account line: every number with formula, source and place, step by step. */
export function AccountExplanation({ year, line }: { year: number; line: string }) {
  const tree = useDocument(() => accountExplanation(year, line), [year, line]);
  return <Tree tree={tree} />;
}

/** The explanation of a payment line, for those who may see it. */
export function PaymentExplanation({ line }: { line: string }) {
  const tree = useDocument(() => paymentExplanation(line), [line]);
  return <Tree tree={tree} />;
}

function Tree({ tree }: { tree: Document<TraceNode | null> }) {
  const words = useSpeech();
  return (
    <div class="explanation" data-test="explanation">
      <Loaded document={tree}>
        {(value) => value
          ? <ul class="tree"><Node node={value} depth={0} /></ul>
          : <p class="quiet">{words.say('explanationWithheld')}</p>}
      </Loaded>
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
      {node.place && <><dt>{words.say('place')}</dt><dd class="where">{node.place}</dd></>}
    </dl>
  );
  if (node.children.length === 0) return <li>{head}{facts}</li>;
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
