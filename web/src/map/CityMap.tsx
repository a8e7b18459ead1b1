import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { City } from '../data/documents';
import { fixed } from '../format';
import { useSpeech, useTheme } from '../language';
import { colourOf, type ColourClass } from './colours';
import { showRing, startDrawing, type Ring } from './drawing';
import { openMap } from './library';
import { mapStyle, parcelsOfYear, parcelZoom } from './mapStyle';
import type { Measure } from './measures';

export type Choice =
  | { kind: 'district'; code: string }
  | { kind: 'parcel'; layer: string; parcel: string }
  | null;

interface Props {
  city: City; year: number; measure: Measure; classes: ColourClass[]; choice: Choice;
  hasParcels: boolean; isDrawing: boolean; ring: Ring | null;
  onChoice: (choice: Choice) => void; onRing: (ring: Ring | null) => void;
  onCorners: (corners: number) => void;
  onMap: (map: MapLibreMap) => void; onZoom: (showsParcels: boolean) => void;
}

/** The map itself. What it shows follows from its properties; what the reader does comes back in events. */
export function CityMap(props: Props) {
  const words = useSpeech();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    let made: MapLibreMap | null = null, wanted = true;
    void openMap(box.current!, props.city, mapStyle(props.city, theme, words.language)).then((opened) => {
      if (!wanted) return opened.remove();
      made = opened;
      opened.on('click', (event) => {
        if (!latest.current.isDrawing) latest.current.onChoice(found(opened, event.point));
      });
      const tellZoom = () => latest.current.onZoom(opened.getZoom() >= parcelZoom);
      opened.on('zoomend', tellZoom);
      tellZoom();
      setMap(opened);
      props.onMap(opened);
    });
    return () => { wanted = false; made?.remove(); setMap(null); };
  }, [props.city, theme, words.language]);

  useEffect(() => { if (map) showMeasure(map, props, words.language); },
    [map, props.measure, props.classes, words.language]);
  useEffect(() => {
    if (!map) return;
    map.setFilter('parcels', parcelsOfYear(props.year));
    map.setFilter('parcel-edges', parcelsOfYear(props.year));
    const visibility = props.hasParcels ? 'visible' : 'none';
    for (const id of ['parcels', 'parcel-edges']) map.setLayoutProperty(id, 'visibility', visibility);
  }, [map, props.year, props.hasParcels]);
  useEffect(() => { if (map) showChoice(map, props.choice); }, [map, props.choice]);
  useEffect(() => { if (map) showRing(map, props.ring ?? [], true); }, [map, props.ring]);
  useEffect(() => {
    if (!map || !props.isDrawing) return;
    return startDrawing(
      map, (corners) => latest.current.onCorners(corners), (ring) => latest.current.onRing(ring));
  }, [map, props.isDrawing]);

  return <div ref={box} class="canvas" data-test="map" data-ready={map ? 'yes' : 'no'} />;
}

/** The parcel under a point, or else the district. Where many are shown, parcels carry no ids. */
function found(map: MapLibreMap, point: { x: number; y: number }): Choice {
  const layers = map.getZoom() < parcelZoom ? ['districts'] : ['parcels', 'districts'];
  const feature = map.queryRenderedFeatures([point.x, point.y], { layers })
    .find((each) => each.layer.id === 'districts' || each.properties['parcel'] !== undefined);
  if (!feature) return null;
  if (feature.layer.id === 'districts') return { kind: 'district', code: String(feature.properties['code']) };
  const { layer, parcel } = feature.properties as { layer: string; parcel: string };
  return { kind: 'parcel', layer, parcel };
}

function showMeasure(map: MapLibreMap, { city, measure, classes }: Props, language: 'zh' | 'en'): void {
  const pairs = city.districts.flatMap(
    (district) => [district.code, colourOf(classes, measure.values.get(district.code))]);
  map.setPaintProperty('districts', 'fill-color',
    ['match', ['get', 'code'], ...pairs, colourOf([], undefined)]);
  (map.getSource('names') as GeoJSONSource).setData({
    type: 'FeatureCollection',
    features: city.districts.filter((district) => district.centre).map((district) => ({
      type: 'Feature',
      properties: {
        text: `${district.name[language]}\n${fixed(measure.values.get(district.code), measure.decimals)}`,
      },
      geometry: { type: 'Point', coordinates: district.centre! },
    })),
  });
}

function showChoice(map: MapLibreMap, choice: Choice): void {
  const code = choice?.kind === 'district' ? choice.code : '';
  map.setFilter('selected-district', ['==', ['get', 'code'], code]);
  map.setFilter('selected-parcel', choice?.kind === 'parcel'
    ? ['all', ['==', ['get', 'layer'], choice.layer], ['==', ['get', 'parcel'], choice.parcel]]
    : ['==', ['get', 'parcel'], '']);
}
