import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { City } from '../data/documents';
import type { Review } from '../data/uploads';
import { fixed } from '../format';
import { useSpeech, useTheme, type Theme } from '../language';
import { noDataColour, typeColour } from '../map/colours';
import { openMap, showPlace } from '../map/library';
import { outlineStyle } from '../map/mapStyle';

const severityColours: Record<string, string> = { REFUSAL: '#b42318', WARNING: '#d97706', REMARK: '#0b5fd0' };

/** The layer as it would be, and the places where something was found. */
export function ReviewMap(
  { city, review, place }: { city: City; review: Review; place: [number, number] | null },
) {
  const words = useSpeech();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  useEffect(() => {
    let made: MapLibreMap | null = null, wanted = true;
    const { west, south, east, north } = review.after.bounds ?? {};
    const bounds = west === undefined ? city.bounds : [west, south!, east!, north!] as NonNullable<City['bounds']>;
    void openMap(box.current!, { bounds }, reviewStyle(city, review, theme)).then((opened) => {
      if (!wanted) return opened.remove();
      made = opened;
      setMap(opened);
    });
    return () => { wanted = false; made?.remove(); setMap(null); };
  }, [city, review, theme]);
  useEffect(() => { if (map && place) showPlace(map, place); }, [map, place]);
  const types = [...new Set(review.map.features.map((each) => level1Of(city, each.properties?.['class'])))].sort();
  return (
    <figure class="review-map" aria-label={words.say('reviewMap')}>
      <div ref={box} class="canvas" data-test="review-map" data-ready={map ? 'yes' : 'no'} />
      <figcaption>
        <ul class="keys">
          {types.map((code) => (
            <li key={code}>
              <Dot colour={typeColour(code)} isRound={false} />
              {words.of(city.ecosystemTypes.find((type) => type.code === code)?.name) || code || words.say('feature')}
            </li>
          ))}
          {Object.entries(severityColours).map(([severity, colour]) => (
            <li key={severity}><Dot colour={colour} isRound />{words.code(severity.toLowerCase())}</li>
          ))}
        </ul>
        <span class="quiet">
          {words.say('shownFeatures')} {fixed(review.shownCount, 0)} / {fixed(review.after.featureCount, 0)} ·{' '}
          {words.say('foundPlaces')} {fixed(review.places.features.length, 0)}
        </span>
      </figcaption>
    </figure>
  );
}

const Dot = ({ colour, isRound }: { colour: string; isRound: boolean }) => (
  <svg class="swatch" width="14" height="14" aria-hidden="true">
    <rect width="14" height="14" rx={isRound ? 7 : 2} fill={colour} />
  </svg>
);

const level1Of = (city: City, code: unknown): string =>
  city.ecosystemTypes.find((type) => type.code === code)?.level1 ?? '';

function reviewStyle(city: City, review: Review, theme: Theme): StyleSpecification {
  const types = city.ecosystemTypes.flatMap((type) => [type.code, typeColour(type.level1)]);
  const severities = Object.entries(severityColours).flat();
  const style = outlineStyle(theme);
  return {
    ...style,
    sources: {
      ...style.sources,
      review: { type: 'geojson', data: review.map },
      places: { type: 'geojson', data: review.places },
    },
    layers: [
      ...style.layers,
      { id: 'review', type: 'fill', source: 'review', paint: {
        'fill-color': ['match', ['get', 'class'], ...types, noDataColour] as never, 'fill-opacity': 0.75,
      } },
      { id: 'review-edges', type: 'line', source: 'review', paint: {
        'line-color': ['match', ['get', 'finding'], ...severities, '#3c4744'] as never,
        'line-width': ['case', ['==', ['get', 'finding'], null], 0.5, 2.5],
      } },
      { id: 'places', type: 'circle', source: 'places', paint: {
        'circle-radius': 6, 'circle-color': ['match', ['get', 'severity'], ...severities, noDataColour] as never,
        'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1.5,
      } },
      ...style.marks,
    ],
  };
}
