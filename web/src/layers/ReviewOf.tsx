import { useState } from 'preact/hooks';
import type { City } from '../data/documents';
import type { ClassChange, Finding, Review } from '../data/uploads';
import { fixed, signedYuan, units, yuan } from '../format';
import { useSpeech } from '../language';
import { DataTable } from '../parts/DataTable';
import { Problems } from '../parts/Findings';
import { ReviewMap } from './ReviewMap';

type Place = [number, number];

/** What a file would make of its layer: counts, areas, GEP, the map, and everything found. */
export function ReviewOf({ city, review }: { city: City; review: Review }) {
  const words = useSpeech();
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <div data-test="review">
      <p class="counts">
        <Count name={words.say('refusals')} count={review.refusalCount} kind="bad" test="refusals" />
        <Count name={words.say('warnings')} count={review.warningCount} kind="warn" test="warnings" />
        <Count name={words.say('remarks')} count={review.remarkCount} kind="quiet" test="remarks" />
        <Count name={words.say('repairs')} count={review.repairCount} kind="good" test="repairs" />
      </p>
      {review.suspicions.length > 0 && (
        <section class="notice" data-test="suspicions">
          <h4>{words.say('suspicions')}</h4>
          <Problems problems={review.suspicions} />
        </section>
      )}
      <ReviewMap city={city} review={review} place={place} />
      <h4>{words.say('findings')}</h4>
      <div class="findings"><Findings findings={review.findings} onPlace={setPlace} /></div>
      <h4>{words.say('byClass')}</h4>
      <Classes review={review} />
      {review.accounts.length > 0 && (
        <>
          <h4>{words.say('gepByYear')}</h4>
          <Accounts review={review} />
        </>
      )}
    </div>
  );
}

function Count({ name, count, kind, test }: { name: string; count: number; kind: string; test: string }) {
  return <span class={`count ${count > 0 ? kind : 'quiet'}`} data-test={test}><b>{fixed(count, 0)}</b> {name}</span>;
}

function Findings({ findings, onPlace }: { findings: Finding[]; onPlace: (place: Place) => void }) {
  const words = useSpeech();
  if (findings.length === 0) return <p class="quiet">{words.say('noProblems')}</p>;
  const placeOf = ({ longitude, latitude }: Finding): Place | null =>
    longitude === null || latitude === null ? null : [longitude, latitude];
  return (
    <DataTable caption={words.say('findings')} hideCaption rows={findings} file="findings"
      rowKey={(row) => String(findings.indexOf(row))}
      columns={[
        { heading: words.say('severity'), raw: (row) => row.severity, show: (row) => (
          <span class={`severity ${row.severity}`}>{words.code(row.severity)}</span>
        ) },
        { heading: words.say('feature'), raw: (row) => row.featureId ?? row.feature,
          show: (row) => row.featureId ?? row.feature ?? '–' },
        { heading: words.say('problems'), raw: (row) => words.of(row.message), show: (row) => (
          <>
            {words.of(row.message)} <code>{row.code}</code>
            <span class="quiet"> {words.say('remedy')}: {words.of(row.remedy)}</span>
          </>
        ) },
        { heading: words.say('moved'), unit: 'm²', isNumber: true, raw: (row) => row.moved?.amount,
          show: (row) => row.moved ? fixed(row.moved.amount, 2) : '–' },
        { heading: words.say('place'), raw: (row) => placeOf(row)?.join(' '), show: (row) => {
          const place = placeOf(row);
          return place
            ? (
              <button type="button" class="link" data-place={place.join(',')} onClick={() => onPlace(place)}
                aria-label={`${words.say('showPlace')} ${place.join(' ')}`}>
                {place.map((each) => each.toFixed(5)).join(', ')}
              </button>
            )
            : <code>{row.where}</code>;
        } },
      ]} />
  );
}

function Classes({ review }: { review: Review }) {
  const words = useSpeech();
  const { before, after } = review;
  const unit = words.of(units.hectare);
  const total: ClassChange = {
    code: '', name: { zh: words.say('total'), en: words.say('total') },
    featuresBefore: before.featureCount, featuresAfter: after.featureCount,
    areaBefore: before.area, areaAfter: after.area,
  };
  const change = (row: ClassChange) => row.areaAfter.amount - row.areaBefore.amount;
  const signed = (value: number) => `${value > 0 ? '+' : ''}${fixed(value, 2)}`;
  return (
    <DataTable caption={words.say('byClass')} hideCaption rows={review.classes} total={total}
      rowKey={(row) => row.code} file="classes"
      columns={[
        { heading: words.say('ecosystemType'), show: (row) => words.of(row.name), raw: (row) => row.code },
        { heading: `${words.say('features')} · ${words.say('before')}`, isNumber: true,
          show: (row) => fixed(row.featuresBefore, 0), raw: (row) => row.featuresBefore },
        { heading: `${words.say('features')} · ${words.say('afterwards')}`, isNumber: true,
          show: (row) => fixed(row.featuresAfter, 0), raw: (row) => row.featuresAfter },
        { heading: `${words.say('area')} · ${words.say('before')}`, unit, isNumber: true,
          show: (row) => fixed(row.areaBefore.amount, 2), raw: (row) => row.areaBefore.amount },
        { heading: `${words.say('area')} · ${words.say('afterwards')}`, unit, isNumber: true,
          raw: (row) => row.areaAfter.amount,
          show: (row) => <span data-after={row.areaAfter.amount}>{fixed(row.areaAfter.amount, 2)}</span> },
        { heading: words.say('difference'), unit, isNumber: true, show: (row) => signed(change(row)),
          raw: change },
      ]} />
  );
}

function Accounts({ review }: { review: Review }) {
  const words = useSpeech();
  const unit = words.of(units.yuan);
  const change = (row: Review['accounts'][number]) =>
    (Number(row.after.amount) - Number(row.before.amount)).toFixed(2);
  return (
    <DataTable caption={words.say('gepByYear')} hideCaption rows={review.accounts} file="gep"
      rowKey={(row) => String(row.year)}
      columns={[
        { heading: words.say('year'), show: (row) => row.year, raw: (row) => row.year },
        { heading: words.say('before'), unit, isNumber: true, show: (row) => yuan(row.before.amount),
          raw: (row) => row.before.amount },
        { heading: words.say('afterwards'), unit, isNumber: true, raw: (row) => row.after.amount,
          show: (row) => <span data-yuan={row.after.amount}>{yuan(row.after.amount)}</span> },
        { heading: words.say('difference'), unit, isNumber: true, show: (row) => signedYuan(change(row)),
          raw: change },
      ]} />
  );
}
