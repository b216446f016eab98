/** Whether a day has come. What is dated ahead shows from its day on. */
export const hasCome = (on: string, today: string): boolean => on <= today;
