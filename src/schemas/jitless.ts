import * as z from 'zod';

// Imported first where schemas run in a browser: zod would try to make code from text, which the policy reports.
z.config({ jitless: true });
