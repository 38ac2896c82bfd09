/** Class names of a CSS module by their names in the file. */
declare module '*.module.css' {
  const styles: Readonly<Record<string, string>>;
  // The only export of a CSS module.
  // eslint-disable-next-line no-restricted-syntax
  export default styles;
}

declare module '*.css';
