"""measure.py PORT QUERY[,QUERY] FOLDER -- COMMAND: server CPU per request in microseconds, the best of three runs.

The server has core 0 to itself, wrk core 1. CPU per request moves least with what else the machine does."""
import os, re, subprocess, sys, time, urllib.error, urllib.request

port, queries, folder = sys.argv[1:4]
command = sys.argv[sys.argv.index('--') + 1:]
ticks = os.sysconf('SC_CLK_TCK')
os.environ['QDIR'] = folder
server = subprocess.Popen(['taskset', '-c', '0'] + command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def cpu_seconds():
    fields = open(f'/proc/{server.pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / ticks


for _ in range(150):
    try:
        urllib.request.urlopen(f'http://127.0.0.1:{port}/graphql', timeout=1)
        break
    except urllib.error.HTTPError:
        break
    except Exception:
        time.sleep(0.1)
results = []
for query in queries.split(','):
    path = query if query.startswith('/') else '/graphql'
    name = query.strip('/')
    load = ['taskset', '-c', '1', 'wrk', '-t1', '-c8', '-s', f'{folder}/q_{name}.lua', f'http://127.0.0.1:{port}{path}']
    subprocess.run(load + ['-d5s'], stdout=subprocess.DEVNULL)
    best = None
    for _ in range(3):
        before = cpu_seconds()
        text = subprocess.run(load + ['-d3s'], capture_output=True, text=True).stdout
        count = int(re.search(r'(\d+) requests in', text).group(1))
        if 'Non-2xx' in text:
            sys.exit(f'{command}: {query} failed')
        used = (cpu_seconds() - before) / max(count, 1) * 1e6
        best = used if best is None else min(best, used)
    results.append(f'{best:.1f}')
server.terminate()
server.wait()
print(' '.join(results))
