import { readBooleanArg, readChoiceArg } from '../../protocol/arguments';
import { calculateNow, ensureCalculated } from '../../protocol/batch-context';
import { defineClass, defineMethod, defineProperty } from '../../protocol/define-class';

export const applicationClass = defineClass<'Application'>({
  name: 'Application',
  members: {
    calculationMode: defineProperty(
      (_self, { workbook }) => workbook.calculationMode,
      (_self, value, context) => {
        context.workbook.calculationMode = readChoiceArg(value, 'calculationMode', [
          'Automatic',
          'AutomaticExceptTables',
          'Manual',
        ]);
        ensureCalculated(context);
      },
    ),
    calculationState: defineProperty((_self, { session }) => (session.stale ? 'Pending' : 'Done')),
    calculationEngineVersion: defineProperty(() => 191029),
    decimalSeparator: defineProperty((_self, { session }) => (session.locale === 'vi-VN' ? ',' : '.')),
    thousandsSeparator: defineProperty((_self, { session }) => (session.locale === 'vi-VN' ? '.' : ',')),
    useSystemSeparators: defineProperty(() => true),
    calculate: defineMethod((_self, [type], context) => {
      readChoiceArg(type, 'calculationType', ['Recalculate', 'Full', 'FullRebuild']);
      calculateNow(context);
    }),
    suspendApiCalculationUntilNextSync: defineMethod((_self, _args, context) => {
      context.calculationSuspended = true;
    }),
    // There is no screen here that could flicker.
    suspendScreenUpdatingUntilNextSync: defineMethod(() => undefined),
  },
});

/** context.runtime. */
export const runtimeClass = defineClass<'Runtime'>({
  name: 'Runtime',
  members: {
    enableEvents: defineProperty(
      (_self, { session }) => session.eventsEnabled,
      (_self, value, { session }) => {
        session.eventsEnabled = readBooleanArg(value, 'enableEvents');
      },
    ),
  },
});

/** office.js calls this when it is ready to run ribbon commands; the simulator does nothing. */
export const addinInternalServiceClass = defineClass<'AddinInternalService'>({
  name: 'AddinInternalService',
  members: { notifyActionHandlerReady: defineMethod(() => undefined) },
});
