/**
 * Takes the place of the package react-style-singleton, which GraphiQL's menus and dialogs use to lock
 * scrolling: it writes a style element, which the policy of the page refuses. A sheet that is adopted is no
 * inline style.
 */
import { useEffect } from 'react';

interface Styles { styles: string; dynamic?: boolean }

export function stylesheetSingleton() {
  let users = 0;
  const sheet = new CSSStyleSheet();
  return {
    add(css: string) {
      if (users++ > 0) return;
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove() {
      if (--users > 0) return;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}

export function styleSingleton() {
  const shared = stylesheetSingleton();
  return function Sheet({ styles, dynamic }: Styles): null {
    useEffect(() => {
      shared.add(styles);
      return () => shared.remove();
    }, [styles && dynamic]);
    return null;
  };
}
