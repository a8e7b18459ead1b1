/** Documents of the API guide that the page offers. */
import type { Text } from '../data/documents';

export interface Example { name: Text; query: string; variables: string }

export const examples: Example[] = [
  {
    name: { zh: '类型列表', en: 'Types' },
    query: '{\n  __schema {\n    queryType { name fields { name description } }\n  }\n}\n',
    variables: '',
  },
];
