import { account } from '../data/accounts';
import type { City } from '../data/documents';
import { fixed } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Problems } from '../parts/Findings';
import { Loaded, useDocument } from '../parts/Loaded';
import { Uploads } from './Uploads';

const endlessYear = 9999;

/** The layers, where they come from, and what reading them found. */
export function LayersPage({ city, query }: { city: City; query: URLSearchParams }) {
  const words = useSpeech();
  const found = useDocument(async () => {
    const layerIds = new Set(city.layers.map((layer) => layer.id));
    const accounts = await Promise.all(city.years.map(account));
    const problems = accounts.flatMap((each) => each.problems)
      .filter((problem) => problem.where.startsWith('layers/') || layerIds.has(problem.where.split(' ')[0]!));
    const seen = new Set<string>();
    return problems.filter((problem) => {
      const key = problem.code + problem.where + problem.message.en;
      return seen.has(key) ? false : seen.add(key);
    });
  }, [city]);
  return (
    <article>
      <Uploads city={city} chosen={query.get('upload')} />
      <h2>{words.say('layersHeading')}</h2>
      <DataTable caption={words.say('layersHeading')} hideCaption rows={city.layers} file="layers"
        rowKey={(layer) => layer.id}
        columns={[
          { heading: words.say('layer'), raw: (layer) => layer.id,
            show: (layer) => <>{words.of(layer.name)} <code>{layer.id}</code></> },
          { heading: words.say('role'), show: (layer) => words.code(layer.role), raw: (layer) => layer.role },
          { heading: words.say('origin'), raw: (layer) => layer.schematic ? 'schematic' : 'surveyed',
            show: (layer) => (
              <span class={layer.schematic ? 'warn' : 'good'}>
                {words.say(layer.schematic ? 'schematicShort' : 'surveyedShort')}
              </span>
            ) },
          { heading: words.say('features'), isNumber: true, show: (layer) => fixed(layer.features, 0),
            raw: (layer) => layer.features },
          { heading: words.say('validYears'), raw: (layer) => `${layer.fromYear}-${layer.toYear}`,
            show: (layer) => layer.toYear >= endlessYear
              ? `${layer.fromYear}–` : `${layer.fromYear}–${layer.toYear - 1}` },
          { heading: words.say('crs'), show: (layer) => layer.crs, raw: (layer) => layer.crs },
          { heading: words.say('source'), raw: (layer) => `${layer.source.key} ${layer.source.place}`,
            show: (layer) => `[${layer.source.key}] ${layer.source.place}` },
          { heading: words.say('confidence'), raw: (layer) => layer.source.confidence,
            show: (layer) => words.code(layer.source.confidence) },
          { heading: words.say('licence'), show: (layer) => layer.licence, raw: (layer) => layer.licence },
        ]} />
      <section>
        <h3>{words.say('foundAndRepaired')}</h3>
        <Loaded document={found}>{(problems) => <Problems problems={problems} />}</Loaded>
      </section>
    </article>
  );
}
