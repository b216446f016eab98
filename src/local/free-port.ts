// The start of `npm start`: says that the port is taken, or is none, before the site is built.
import { givenMode } from './editing/editing-mode.ts';
import { givenPort, isTaken, portIsTaken, stop } from './port.ts';

const COMMAND = 'npm start';

givenMode();
const port = givenPort(COMMAND);
if (port !== 0 && (await isTaken(port))) stop(portIsTaken(port, COMMAND));
