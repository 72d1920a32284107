// The Han characters of a text.
export const han = text => [...text].filter(c => /\p{Script=Han}/u.test(c) && c !== '々').join('');
