export default {
  'admin.title': 'Administration',

  'admin.clock.title': 'Business clock',
  'admin.clock.note': 'Only business time moves: notices, limits and windows follow; sign-in and tokens keep real time. It goes forward only.',
  'admin.clock.by': 'Forward by',
  'admin.clock.P1D': '1 day',
  'admin.clock.P7D': '7 days',
  'admin.clock.P14D': '14 days',
  'admin.clock.P30D': '30 days',
  'admin.clock.advance': 'Advance the clock',
  'admin.clock.sure': 'Advance the business clock by {step}?',
  'admin.clock.sureText': 'All services follow, and it cannot be set back.',
  'admin.clock.moved': 'It is now {now}',
  'admin.clock.real': 'The business clock keeps real time',
  'admin.clock.realText': 'Start the sample suite with --movable-clock to advance the business date here.',

  'admin.security.none': 'Nothing here yet',
  'admin.security.text': 'People and roles come from the accounts file that is made at start.',
};
