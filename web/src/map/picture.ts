/** The map as a picture with its title, legend, origin and snapshot, so that it can stand alone. */
import { save } from '../parts/csv';
import type { ColourClass } from './colours';

export interface Caption {
  title: string; unit: string; origin: string; snapshot: string; noData: string;
  classes: ColourClass[]; format: (value: number) => string;
}

const margin = 24, lineHeight = 26, swatch = 18;

export function savePicture(canvas: HTMLCanvasElement, caption: Caption, file: string): void {
  const scale = canvas.width / canvas.clientWidth;
  const head = margin * 2 + lineHeight, foot = margin * 2 + lineHeight * 2;
  const picture = document.createElement('canvas');
  picture.width = canvas.width;
  picture.height = canvas.height + (head + foot) * scale;
  const pen = picture.getContext('2d')!;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(canvas, 0, head * scale);
  pen.scale(scale, scale);
  pen.fillStyle = '#16201d';
  pen.textBaseline = 'top';
  pen.font = '600 20px sans-serif';
  pen.fillText(`${caption.title}（${caption.unit}）`, margin, margin);
  const top = head + canvas.clientHeight + margin / 2;
  pen.font = '14px sans-serif';
  let left = margin;
  for (const each of caption.classes) {
    pen.fillStyle = each.colour;
    pen.fillRect(left, top, swatch, swatch);
    pen.fillStyle = '#16201d';
    const text = `${caption.format(each.from)} – ${caption.format(each.to)}`;
    pen.fillText(text, left + swatch + 6, top + 2);
    left += swatch + 24 + pen.measureText(text).width;
  }
  pen.fillText(`${caption.origin} · ${caption.snapshot}`, margin, top + lineHeight + 8);
  picture.toBlob((blob) => { if (blob) save(`${file}.png`, blob); }, 'image/png');
}
