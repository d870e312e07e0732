/** Version of the app as exports name it; the same as in package.json (`tests/library/desk.test.ts`). */
export const APP_VERSION = '0.1.0'
