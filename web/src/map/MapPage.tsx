import type { Map as MapLibreMap } from 'maplibre-gl';
import { useMemo, useRef, useState } from 'preact/hooks';
import { account, comparison } from '../data/accounts';
import type { City } from '../data/documents';
import { schedules } from '../data/schedules';
import { useSpeech } from '../language';
import { Failed, Loaded, useDocument } from '../parts/Loaded';
import { YearChoice } from '../parts/YearChoice';
import { pairOf, YearPair } from '../parts/YearPair';
import { replace } from '../route';
import { CityMap, type Choice } from './CityMap';
import { classesOf } from './colours';
import { DistrictPanel } from './DistrictPanel';
import type { Ring } from './drawing';
import { Legend, measureKeys, typeKeys } from './Legend';
import { placeOf, showCity, showPlace } from './library';
import { MeasureChoice } from './MeasureChoice';
import { changesOf, measuresOf, type MapData } from './measures';
import { ParcelPanel } from './ParcelPanel';
import { savePicture } from './picture';
import { Ranking } from './Ranking';
import { SelectionPanel } from './SelectionPanel';

/** The map of a year: districts by a measure, parcels by type, and what is known of what is chosen. */
export function MapPage({ city, query }: { city: City; query: URLSearchParams }) {
  const year = city.years.find((each) => String(each) === query.get('year')) ?? city.years[0]!;
  const data = useDocument(async () => {
    const [ofYear, drawn] = await Promise.all([account(year), schedules(year)]);
    return { city, account: ofYear, schedules: drawn } satisfies MapData;
  }, [city, year]);
  return <Loaded document={data}>{(value) => <MapOf data={value} query={query} />}</Loaded>;
}

function MapOf({ data, query }: { data: MapData; query: URLSearchParams }) {
  const words = useSpeech();
  const { city } = data, year = data.account.year;
  const map = useRef<MapLibreMap | null>(null);
  const [parcel, setParcel] = useState<Choice>(null);
  const [hasParcels, setHasParcels] = useState(true);
  const [isNear, setNear] = useState(false);
  const [isDrawing, setDrawing] = useState(false);
  /** Null until the map follows clicks. */
  const [corners, setCorners] = useState<number | null>(null);
  const [ring, setRing] = useState<Ring | null>(null);

  const pair = pairOf(city.years, query);
  const compared = useDocument(() => comparison(pair), [pair?.from, pair?.to]);
  const ofYear = useMemo(() => measuresOf(data), [data]);
  const ofPair = useMemo(() => changesOf(pair, compared.value ?? null), [pair?.from, pair?.to, compared.value]);
  const measures = [...ofYear, ...ofPair];
  const measure = measures.find((each) => each.id === query.get('measure')) ?? measures[0]!;
  const classes = useMemo(() => classesOf(measure), [measure]);
  const types = useMemo(() => new Set(data.account.districts.flatMap((district) =>
    district.extents.map((extent) => extent.type.split('/')[0]!))), [data]);
  const district = query.get('district');
  const choice = useMemo<Choice>(
    () => parcel ?? (district ? { kind: 'district', code: district } : null), [parcel, district]);

  const go = (change: Record<string, string | number | null>) => replace('map', {
    year, measure: measure.id === 'gep' ? null : measure.id, from: query.get('from'), to: query.get('to'), district,
    ...change,
  });
  const choose = (next: Choice) => {
    setRing(null);
    setParcel(next?.kind === 'parcel' ? next : null);
    go({ district: next?.kind === 'district' ? next.code : null });
  };
  const showsParcels = hasParcels && isNear;
  const span = measure.isChange ? `${pair!.from}-${pair!.to}` : String(year);
  const title = [words.of(city.name), ...(measure.isChange ? [] : [year]), words.of(measure.name)].join(' ');
  const takePicture = () => map.current && savePicture(map.current.getCanvas(), {
    title: `${title}（${words.of(measure.unit)}）`,
    origin: city.layers.some((layer) => layer.schematic) ? words.say('schematic') : words.say('surveyed'),
    snapshot: `${words.say('snapshot')} ${city.snapshot}`,
    keys: [...measureKeys(city, measure, classes, words), ...(showsParcels ? typeKeys(city, types, words) : [])],
  }, `map-${span}-${measure.id.replaceAll(':', '-')}`);
  const drawView = () => {
    const bounds = map.current?.getBounds();
    if (bounds) endDrawing([
      [bounds.getWest(), bounds.getSouth()], [bounds.getEast(), bounds.getSouth()],
      [bounds.getEast(), bounds.getNorth()], [bounds.getWest(), bounds.getNorth()]]);
  };
  const onMap = (opened: MapLibreMap) => {
    map.current = opened;
    const place = placeOf(query.get('at'));
    if (place) showPlace(opened, place);
  };
  const draw = (isDrawn: boolean) => { setCorners(null); setDrawing(isDrawn); };
  const endDrawing = (drawn: Ring | null) => { draw(false); setRing(drawn); };

  return (
    <>
      <div class="tools">
        <YearChoice years={city.years} year={year} onYear={(next) => go({ year: next })} />
        <MeasureChoice measures={measures} measure={measure}
          onMeasure={(id) => go({ measure: id, ...(ofPair.some((each) => each.id === id) ? pair : {}) })} />
        {pair && measure.isChange && <YearPair years={city.years} pair={pair} onPair={(next) => go({ ...next })} />}
        <label class="check">
          <input type="checkbox" checked={hasParcels}
            onChange={(event) => setHasParcels(event.currentTarget.checked)} />
          {words.say('showParcels')}
        </label>
        <div class="buttons">
          <button type="button" aria-pressed={isDrawing} onClick={() => draw(!isDrawing)}>
            {words.say('draw')}
          </button>
          <button type="button" onClick={drawView}>{words.say('drawView')}</button>
          <button type="button" onClick={takePicture}>{words.say('savePicture')}</button>
          <button type="button" onClick={() => print()}>{words.say('print')}</button>
        </div>
      </div>
      {compared.failure && measure.isChange && <Failed why={compared.failure} again={compared.again} />}
      <h2 class="print-title" data-test="print-title">{title}（{words.of(measure.unit)}）</h2>
      <section class="frame" aria-label={words.say('map2')}>
        <CityMap city={city} year={year} measure={measure} classes={classes} choice={choice}
          hasParcels={hasParcels} isDrawing={isDrawing} ring={ring} onChoice={choose} onRing={endDrawing}
          onCorners={setCorners} onMap={onMap} onZoom={setNear} />
        <div class="zoom">
          <button type="button" aria-label={words.say('zoomIn')} onClick={() => map.current?.zoomIn()}>＋</button>
          <button type="button" aria-label={words.say('zoomOut')} onClick={() => map.current?.zoomOut()}>−</button>
          <button type="button" onClick={() => map.current && showCity(map.current, city)}>
            {words.say('wholeCity')}
          </button>
        </div>
        {corners !== null && (
          <p class="hint" role="status" data-corners={corners}>
            {words.say('drawHint')} {corners > 0 && `(${corners})`}
          </p>
        )}
        <Legend city={city} measure={measure} classes={classes} types={types}
          showsParcels={showsParcels} />
      </section>
      <aside class="side" data-test="side">
        {(choice || ring) && (
          <button type="button" class="close" onClick={() => choose(null)}>
            ← {words.say('ranking')}
          </button>
        )}
        {ring ? <SelectionPanel city={city} ring={ring} year={year} />
          : choice?.kind === 'parcel' ? <ParcelPanel data={data} code={`${choice.layer}:${choice.parcel}`} />
            : choice ? <DistrictPanel data={data} code={choice.code} />
              : <Ranking city={city} measure={measure} classes={classes}
                onDistrict={(code) => choose({ kind: 'district', code })} />}
      </aside>
    </>
  );
}
