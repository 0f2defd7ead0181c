import { start as charts } from './charts.js';
import { start as sources } from './sources.js';
import { start as paste } from './paste.js';
import { start as search } from './search.js';
import { start as theme } from './themes.js';

const shown = charts();
sources(shown);
search();
paste();
theme(shown);
