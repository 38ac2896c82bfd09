import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import type { ReactElement } from 'react';
import styles from './TabBar.module.css';
import { type Tab, TAB_LOOKS, TABS } from './tabs';
import { useTranslation } from './use-translation';

type TabBarProps = {
  tab: Tab;
  /** Work that is late or must be settled: a number on its tab. */
  urgent: number;
  onTab: (tab: Tab) => void;
};

/** Lets a name break before its last word only: it takes two lines at most. */
function joinFirstWords(name: string): string {
  return name.replace(/ (?=\S+ )/gu, '\u00a0');
}

/** The row of tabs: a picture with its name below, which breaks between its words where the pane is narrow. What is opened seldom has a picture only; its name is read out, and shown where the mouse rests. */
export function TabBar({ tab, urgent, onTab }: TabBarProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Pivot
      aria-label={t('pane.tabs')}
      className={styles.bar}
      selectedKey={tab}
      headersOnly
      getTabId={(key) => `tab-${key}`}
      onLinkClick={(item) => onTab((item?.props.itemKey ?? 'import') as Tab)}
    >
      {TABS.map((key) => {
        const name = t(`pane.tab.${key}`);
        const { icon, ...look } = TAB_LOOKS[key];
        const isUrgent = key === 'progress' && urgent > 0;
        const shown = 'short' in look ? t(look.short) : name;
        return (
          <PivotItem
            key={key}
            itemKey={key}
            // A name that is not shown whole is read out whole.
            {...(('short' in look || 'isPicture' in look) && { ariaLabel: name })}
            headerButtonProps={{ title: isUrgent ? t('pane.tab.progress.urgent', { count: urgent }) : name }}
            onRenderItemLink={() => (
              <span className={styles.tab}>
                <Icon iconName={icon} className={styles.icon} />
                {!('isPicture' in look) && <span className={styles.name}>{joinFirstWords(shown)}</span>}
                {isUrgent && <span className={styles.badge}>{urgent}</span>}
              </span>
            )}
          />
        );
      })}
    </Pivot>
  );
}
