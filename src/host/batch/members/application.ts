import { booleanArg, choiceArg } from '../arguments';
import { defineClass, method, property } from '../class-table';
import { calculateNow, ensureCalculated } from '../context';

export const application = defineClass<'Application'>({
  name: 'Application',
  members: {
    calculationMode: property(
      (_self, { workbook }) => workbook.calculationMode,
      (_self, value, context) => {
        context.workbook.calculationMode = choiceArg(value, 'calculationMode', [
          'Automatic',
          'AutomaticExceptTables',
          'Manual',
        ]);
        ensureCalculated(context);
      },
    ),
    calculationState: property((_self, { session }) => (session.stale ? 'Pending' : 'Done')),
    calculationEngineVersion: property(() => 191029),
    decimalSeparator: property((_self, { session }) => (session.locale === 'vi-VN' ? ',' : '.')),
    thousandsSeparator: property((_self, { session }) => (session.locale === 'vi-VN' ? '.' : ',')),
    useSystemSeparators: property(() => true),
    calculate: method((_self, [type], context) => {
      choiceArg(type, 'calculationType', ['Recalculate', 'Full', 'FullRebuild']);
      calculateNow(context);
    }),
    suspendApiCalculationUntilNextSync: method((_self, _args, context) => {
      context.calculationSuspended = true;
    }),
    // There is no screen here that could flicker.
    suspendScreenUpdatingUntilNextSync: method(() => undefined),
  },
});

/** context.runtime. */
export const runtime = defineClass<'Runtime'>({
  name: 'Runtime',
  members: {
    enableEvents: property(
      (_self, { session }) => session.eventsEnabled,
      (_self, value, { session }) => {
        session.eventsEnabled = booleanArg(value, 'enableEvents');
      },
    ),
  },
});

/** What office.js tells its host when it is ready to run ribbon commands; nothing is to be done. */
export const addinInternalService = defineClass<'AddinInternalService'>({
  name: 'AddinInternalService',
  members: { notifyActionHandlerReady: method(() => undefined) },
});
