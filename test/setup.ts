import { configureGlobal } from 'fast-check';

// In CI the same cases each time, so that a run says something of the change it runs for; elsewhere others each time, to find more.
if (process.env.CI) configureGlobal({ seed: 20_210_319 });

// Each dictionary that is opened listens for the end of the process; a file of tests opens more than a command does.
process.setMaxListeners(100);
