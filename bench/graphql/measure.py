"""measure.py PORT QUERY[,QUERY] FOLDER -- COMMAND: server CPU per request in microseconds, the best of three runs.

The server has core 0 to itself, wrk core 1. CPU per request moves least with what else the machine does; still,
each run waits some seconds for a quiet moment. Allocation per request goes to standard error where the server
tells it at /allocated."""
import os, re, subprocess, sys, time, urllib.error, urllib.request

port, queries, folder = sys.argv[1:4]
command = sys.argv[sys.argv.index('--') + 1:]
ticks = os.sysconf('SC_CLK_TCK')
os.environ['QDIR'] = folder
server = subprocess.Popen(['taskset', '-c', '0'] + command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def cpu_seconds():
    fields = open(f'/proc/{server.pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / ticks


def busy_seconds():
    fields = list(map(int, open('/proc/stat').readline().split()[1:]))
    return (sum(fields) - fields[3] - fields[4]) / ticks


def wait_for_quiet(limit=5.0, share=0.3):
    end = time.time() + limit
    while time.time() < end:
        before = busy_seconds()
        time.sleep(0.5)
        if (busy_seconds() - before) / 0.5 < share:
            return


def allocated():
    try:
        return int(urllib.request.urlopen(f'http://127.0.0.1:{port}/allocated', timeout=5).read())
    except Exception:
        return None


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
    best = bytes_used = None
    for _ in range(3):
        wait_for_quiet()
        bytes_before = allocated()
        before = cpu_seconds()
        text = subprocess.run(load + ['-d3s'], capture_output=True, text=True).stdout
        count = int(re.search(r'(\d+) requests in', text).group(1))
        if 'Non-2xx' in text:
            sys.exit(f'{command}: {query} failed')
        used = (cpu_seconds() - before) / max(count, 1) * 1e6
        best = used if best is None else min(best, used)
        if bytes_before is not None:
            bytes_used = (allocated() - bytes_before) / max(count, 1)
    results.append(f'{best:.1f}')
    if bytes_used is not None:
        print(f'over HTTP: {name} allocates {bytes_used:.0f} bytes per request', file=sys.stderr)
server.terminate()
server.wait()
print(' '.join(results))
