import { render } from 'preact';
import { App } from './App';
import { keepLooking } from './data/snapshot';
import './styles/page.css';

render(<App />, document.getElementById('page')!);
keepLooking();
