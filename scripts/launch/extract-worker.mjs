import { load } from './load.mjs';

load('extract-worker.js');
