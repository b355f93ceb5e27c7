import type { Console, Outcome } from './console.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

type Shell = (typeof SHELLS)[number];

interface TableOption {
  /** The option including its hyphens, such as `--format`. */
  flag: string;
  summary: string;
  /** The possible values of the option. Users can combine several values with commas. */
  words: readonly string[];
  takes: 'nothing' | 'words' | 'path';
}

/** The commands of the program, with their options and arguments. */
export type CommandTable = readonly {
  name: string;
  summary: string;
  /** Possible arguments of the command, except paths. */
  words: readonly string[];
  options: readonly TableOption[];
}[];

/** Prints a script that lets a shell complete commands, options and values. */
export async function runCompletion(
  shell: Shell,
  commands: CommandTable,
  { print }: Console,
): Promise<Outcome> {
  print(SCRIPTS[shell](commands));
  return 'done';
}

const SCRIPTS: Readonly<Record<Shell, (commands: CommandTable) => string>> = {
  bash: (commands) => `# bash completion of programme
_programme() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} at=1 words= options= before=
  COMPREPLY=()
  if ((COMP_CWORD > 1)) && [[ \${COMP_WORDS[1]} == --quiet ]]; then at=2; fi
  if ((COMP_CWORD == at)); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help' -- "$current"))
    return
  fi
  case "\${COMP_WORDS[at]}" in
${commands
  .map(
    ({ name, words, options }) =>
      `    ${name}) words='${words.join(' ')}' options='${options.map(({ flag }) => flag).join(' ')}' ;;`,
  )
  .join('\n')}
  esac
  case "\${COMP_WORDS[at]} $previous" in
${commands
  .flatMap(({ name, options }) =>
    options
      .filter(({ takes }) => takes !== 'nothing')
      .map(({ flag, words }) => `    '${name} ${flag}') words='${words.join(' ')}' options= ;;`),
  )
  .join('\n')}
  esac
  if [[ $current == *,* ]]; then before=\${current%,*},; fi
  if [[ $current == -* ]]; then words=$options; fi
  COMPREPLY=($(compgen -P "$before" -W "$words" -- "\${current##*,}"))
}
complete -o default -F _programme programme`,

  zsh: (commands) => `#compdef programme
_programme() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if ((CURRENT > 2)) && [[ $words[2] == --quiet ]]; then
    shift words
    ((CURRENT--))
  fi
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${commands
  .map(({ name, words, options }) =>
    [
      `    ${name})`,
      `      _arguments ${[...options.map(zshOption), quoted(`*:argument:${words.length === 0 ? '_files' : `(${words.join(' ')})`}`)].join(' ')}`,
      '      ;;',
    ].join('\n'),
  )
  .join('\n')}
  esac
}
if [[ $funcstack[1] == _programme ]]; then _programme; else compdef _programme programme; fi`,

  fish: (commands) =>
    [
      '# fish completion of programme',
      ...commands.flatMap(({ name, summary, words, options }) => {
        const after = `complete -c programme -n '__fish_seen_subcommand_from ${name}'`;
        return [
          `complete -c programme -f -n __fish_use_subcommand -a ${name} -d ${quotedForFish(summary)}`,
          ...(words.length === 0 ? [] : [`${after} -f -a '${words.join(' ')}'`]),
          ...options.map(
            (option) =>
              `${after} -l ${option.flag.slice(2)}${fishValues(option)} -d ${quotedForFish(option.summary)}`,
          ),
        ];
      }),
    ].join('\n'),
};

function zshOption({ flag, summary, words, takes }: TableOption): string {
  const text = `${flag}[${summary.replace(/[[\]\\]/g, '\\$&')}]`;
  if (takes === 'nothing') return quoted(text);
  if (words.length > 0) return quoted(`${text}:value:_values -s , value ${words.join(' ')}`);
  return quoted(`${text}:value:${takes === 'path' ? '_files' : ' '}`);
}

function fishValues({ words, takes }: TableOption): string {
  if (takes === 'nothing') return '';
  if (words.length > 0) return ` -x -a '(__fish_append , ${words.join(' ')})'`;
  return takes === 'path' ? ' -r -F' : ' -x';
}

/** Quotes a text with single quotes for bash and zsh. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** Quotes a text with single quotes for fish. */
const quotedForFish = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
