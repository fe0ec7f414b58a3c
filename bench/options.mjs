// What was asked for on the command line.

import { PROFILES } from './browser.mjs'
import { PROGRAMMES } from './programmes.mjs'

export const USAGE = `options:
  --only small,1000,10000     these programmes; otherwise all
  --profiles desktop,phone    on these; otherwise both, and 10000 on the desktop alone
  --runs N                    rounds; otherwise 5
  --idle S                    count besides what the pages do in S seconds of nothing
  --shots FOLDER              keep a picture of each first visit`

const chosen = (known, names) =>
  names.split(',').map((name) => {
    const one = known.find((one) => one.name === name)
    if (!one) throw new Error(`there is no \`${name}\`; there are ${known.map(({ name }) => name).join(', ')}`)
    return one
  })

const count = (name, text) => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} is \`${text}\`; it takes a whole number from 1`)
  return number
}

export const options = (words) => {
  const found = { programmes: PROGRAMMES, runs: 5, idle: 0 }
  // A visit to ten thousand entries on a slow phone takes a minute: it has to be asked for.
  found.profilesOf = ({ name }) => (name === '10000' ? PROFILES.filter(({ name }) => name === 'desktop') : PROFILES)
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at], words[at + 1]]
    if (value === undefined) throw new Error(`${name} needs a value\n\n${USAGE}`)
    if (name === '--only') found.programmes = chosen(PROGRAMMES, value)
    else if (name === '--profiles') {
      const profiles = chosen(PROFILES, value)
      found.profilesOf = () => profiles
    } else if (name === '--runs') found.runs = count(name, value)
    else if (name === '--idle') found.idle = count(name, value)
    else if (name === '--shots') found.shots = value
    else throw new Error(`there is no option \`${name}\`\n\n${USAGE}`)
  }
  return found
}
