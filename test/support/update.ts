/** Whether the tests write the files with the expected results instead of comparing them: `UPDATE=1`. */
export const UPDATE = Boolean(process.env.UPDATE);
