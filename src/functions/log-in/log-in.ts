// Netlify deploys this folder as one function, because this file bears its name; the others are parts of it.
import { answerLogIn } from './answer-log-in.ts';
import { readLogInSettings } from './settings.ts';

/** Logs an editor in to the CMS with GitHub. */
export default (request: Request): Promise<Response> => answerLogIn(request, readLogInSettings(process.env), fetch);

// Read from the text of this file when it is deployed, so nothing here can be a name from elsewhere.
export const config = { path: ['/api/log-in', '/api/log-in/callback'] };
