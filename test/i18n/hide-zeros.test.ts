import { fillTemplate } from '../../src/i18n/fill-template';
import { hideZeros } from '../../src/i18n/hide-zeros';

describe('hideZeros', () => {
  it('leaves out the parts of a template that would count nothing', () => {
    const template = 'Nhiệm vụ[[ · thêm {added}]][[ · bỏ {removed}]]';
    expect(fillTemplate(template, hideZeros({ added: 3, removed: 0 }))).toBe('Nhiệm vụ · thêm 3');
  });
});
