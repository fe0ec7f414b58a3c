// How good the widget has to be, as far as the benchmark measures it. Each goal is about one contender on one programme and
// profile, divided by another contender where it names one.

export const GOALS = [
  { title: '6 entries, phone: readable, content in the snippet ÷ static', on: ['small', 'phone'], of: 'content', measure: 'readable', by: 'static', limit: 1.05 },
  { title: "6 entries, phone: visitor's times, content in the snippet ÷ vanilla", on: ['small', 'phone'], of: 'content', measure: 'local', by: 'vanilla', limit: 1 },
  { title: '6 entries, phone: live, preload lines ÷ vanilla', on: ['small', 'phone'], of: 'preload', measure: 'live', by: 'vanilla', limit: 1.3 },
  { title: '1,000 entries, phone: live, preload lines ÷ vanilla', on: ['1000', 'phone'], of: 'preload', measure: 'live', by: 'vanilla', limit: 1.05 },
  { title: '1,000 entries, phone: blocked, preload lines ÷ vanilla', on: ['1000', 'phone'], of: 'preload', measure: 'blocking', by: 'vanilla', limit: 0.2 },
  { title: '1,000 entries, desktop: memory, MiB', on: ['1000', 'desktop'], of: 'preload', measure: 'heap', unit: 1024 * 1024, limit: 4.5 },
  { title: '10,000 entries, desktop: live, preload lines ÷ vanilla', on: ['10000', 'desktop'], of: 'preload', measure: 'live', by: 'vanilla', limit: 0.5 },
  { title: '10,000 entries, desktop: another zone ÷ vanilla', on: ['10000', 'desktop'], of: 'preload', measure: 'switch', by: 'vanilla', limit: 0.05 },
  { title: 'layout shift, preload lines, 6 entries, phone', on: ['small', 'phone'], of: 'preload', measure: 'shift', limit: 0.02 },
  { title: '1,000 entries, idle: timers, frames and changes of the page', on: ['1000', 'idle'], of: 'preload', measure: 'activity', limit: 0 },
]
