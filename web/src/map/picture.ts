/** The map as a picture with its title, legend, origin and snapshot, so that it can stand alone. */
import { save } from '../parts/csv';

/** A colour of the legend and what it stands for. */
export interface Key { colour: string; text: string }

export interface Caption { title: string; origin: string; snapshot: string; keys: Key[] }

const margin = 24, lineHeight = 26, swatch = 18, gap = 24;
const ground = '#ffffff', ink = '#16201d', font = '14px sans-serif';

export function savePicture(canvas: HTMLCanvasElement, caption: Caption, file: string): void {
  const scale = canvas.width / canvas.clientWidth, head = margin * 2 + lineHeight;
  const picture = document.createElement('canvas');
  const pen = picture.getContext('2d')!;
  pen.font = font;
  const rows = rowsOf(pen, caption.keys, canvas.clientWidth - margin);
  picture.width = canvas.width;
  picture.height = canvas.height + (head + margin * 2 + lineHeight * (rows.length + 1)) * scale;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(canvas, 0, head * scale);
  pen.scale(scale, scale);
  pen.textBaseline = 'top';
  pen.fillStyle = ink;
  pen.font = '600 20px sans-serif';
  pen.fillText(caption.title, margin, margin, canvas.clientWidth - margin * 2);
  pen.font = font;
  let top = head + canvas.clientHeight + margin / 2;
  for (const row of rows) {
    for (const { key, left } of row) {
      pen.fillStyle = key.colour;
      pen.fillRect(left, top, swatch, swatch);
      pen.fillStyle = ink;
      pen.fillText(key.text, left + swatch + 6, top + 2);
    }
    top += lineHeight;
  }
  pen.fillText(`${caption.origin} · ${caption.snapshot}`, margin, top + 8);
  picture.toBlob((blob) => { if (blob) save(`${file}.png`, blob); }, 'image/png');
}

/** Keys side by side as far as there is room. */
function rowsOf(pen: CanvasRenderingContext2D, keys: Key[], width: number) {
  const rows: { key: Key; left: number }[][] = [[]];
  let left = margin;
  for (const key of keys) {
    const wide = swatch + 6 + pen.measureText(key.text).width;
    if (left + wide > width && left > margin) {
      rows.push([]);
      left = margin;
    }
    rows.at(-1)!.push({ key, left });
    left += wide + gap;
  }
  return rows;
}
