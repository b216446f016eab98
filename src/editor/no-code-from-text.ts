// Comes before every schema: zod would try to make code from text, which the policy of the editor blocks and reports.
import { z } from 'zod';

z.config({ jitless: true });
