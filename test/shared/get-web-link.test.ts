import { getWebLink } from '../../src/shared/get-web-link';

describe('getWebLink', () => {
  it.each([
    ['https://phongsen.example/vb/05.pdf', 'https://phongsen.example/vb/05.pdf'],
    ['Xem http://a.example/x?y=1, trang 2.', 'http://a.example/x?y=1'],
    ['(https://a.example/b).', 'https://a.example/b'],
    ['Xem:https://a.example/c', 'https://a.example/c'],
  ])('finds the address in %s', (text, link) => {
    expect(getWebLink(text)).toBe(link);
  });

  it.each([
    'ke-hoach.pdf',
    '',
    'javascript:alert(1)',
    'file:///C:/a.pdf',
    'ftp://a.example',
    'https://',
    'data:text/html,x',
    'blob:https://a.example/1',
    'view-source:https://a.example',
  ])('finds none in %j', (text) => {
    expect(getWebLink(text)).toBeNull();
  });
});
