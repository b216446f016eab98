import { errorCode } from './error-code.ts';

/** Whether an error, or one that brought it about, says that the disk is full. */
export function isDiskFull(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (/^(?:ENOSPC|EDQUOT)$/.test(errorCode(error) ?? '')) return true;
	return /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(error.message) || isDiskFull(error.cause);
}
