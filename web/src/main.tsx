import { render } from 'preact';
import { App } from './App';
import { keepLooking } from './data/snapshot';
import { fetchLibrary } from './map/library';
import { currentPage } from './route';
import './styles/page.css';

if (currentPage() === 'map') void fetchLibrary();
render(<App />, document.getElementById('page')!);
keepLooking();
