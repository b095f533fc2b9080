#!/usr/bin/env python3
"""Measures what a data set costs: building, the snapshot, loading, memory. See docs/scale.md.

    src/test/scripts/capacity.py FOLDER 100000 1000000      generated data of so many triples; files stay in FOLDER
    src/test/scripts/capacity.py FOLDER 1000000x10          ten copies of generated data, with other names of places and documents
    src/test/scripts/capacity.py FOLDER NAME.snapshot       a snapshot in FOLDER that was written before, served
    src/test/scripts/capacity.py FOLDER reports             the project's own reports, from the tables
    src/test/scripts/capacity.py FOLDER start               start of the program with a class data archive and an AOT cache (JDK 25)

CPU seconds are those of the whole process, compiler and garbage collector included. Peak memory is the resident set.
Needs target/districtkg.jar (mvn package), or the command to run as DISTRICTKG; for generated data Maven, or the command as GENERATOR.
HEAP (default 4g) is the largest heap, PORT and the port after it are listened on.
"""
import json, os, re, shlex, subprocess, sys, time, urllib.request

HEAP = os.environ.get("HEAP", "4g")
JAVA = os.environ.get("JAVA", "java")
PROGRAM = shlex.split(os.environ.get("DISTRICTKG", f"{JAVA} -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders -jar target/districtkg.jar"))
GENERATOR = os.environ.get("GENERATOR", "mvn -q -ntp test-compile exec:exec@bench -Dtool=Generator -Dwords='{} {}'")
PORT = int(os.environ.get("PORT", "38230"))
ADMIN = PORT + 1
SIZES = []


def program(*words, options=()):
    return [PROGRAM[0], f"-Xmx{HEAP}", *options, *PROGRAM[1:], *map(str, words)]


def run(*words, options=()):
    """Runs a command to its end: its output, wall seconds, CPU seconds, peak MB."""
    begun = time.time()
    process = subprocess.Popen(program(*words, options=options), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {words}")
    return output, time.time() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def cpu(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss(pid, name="VmHWM"):
    return int(re.search(name + r":\s+(\d+)", open(f"/proc/{pid}/status").read()).group(1)) / 1024


def get(port, path):
    return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60).read().decode()


def serve(*words, options=()):
    """Starts a server and stops it: wall and CPU seconds to ready, live heap and peak memory in MB."""
    begun = time.time()
    process = subprocess.Popen(program("serve", "--port", PORT, "--admin-port", ADMIN, *words, options=options),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                get(ADMIN, "/healthz/ready")
                break
            except OSError:
                if process.poll() is not None:
                    sys.exit(f"the server ended: {words}")
                time.sleep(0.02)
        ready, used = time.time() - begun, cpu(process.pid)
        answer = get(PORT, "/sparql?format=json&query=" + "SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D")
        triples = int(json.loads(answer)["results"]["bindings"][0]["n"]["value"])
        subprocess.run(["jcmd", str(process.pid), "GC.run"], stdout=subprocess.DEVNULL, check=True)
        heap = sum(float(line.split()[-1]) for line in get(ADMIN, "/metrics").splitlines()
                   if line.startswith("jvm_memory_used_bytes{") and 'area="heap"' in line) / 2**20
        return triples, ready, used, heap, rss(process.pid)
    finally:
        process.terminate()
        process.wait()


def tell(what, **figures):
    print(f"{what}: " + ", ".join(f"{name.replace('_', ' ')} {value:,.2f}" if isinstance(value, float) else f"{name.replace('_', ' ')} {value:,}"
                                  for name, value in figures.items()), flush=True)


def served(name, file):
    triples, ready, used, heap, peak = serve("--snapshot", file)
    tell(f"{name}, served from the snapshot", triples=triples, ready_wall_s=ready, CPU_s=used, triples_per_CPU_s=int(triples / used),
         live_heap_MB=int(heap), heap_bytes_per_triple=heap * 2**20 / triples, peak_MB=int(peak))
    return triples, used, heap


def snapshot(name, folder, *source):
    file = os.path.join(folder, name + ".snapshot")
    output, wall, used, peak = run("snapshot", "--cache", "none", *source, "--", file)
    build = used
    triples = int(re.search(r"([\d,]+) triples", output).group(1).replace(",", ""))
    size = os.path.getsize(file)
    tell(f"{name}, snapshot written", triples=triples, wall_s=wall, CPU_s=used, triples_per_CPU_s=int(triples / used), peak_MB=int(peak),
         file_MB=size / 2**20, file_bytes_per_triple=size / triples)
    triples, used, heap = served(name, file)
    return triples, build, used, heap, size


def slopes():
    """What a further million triples costs: the difference of two sizes, so that the start of the JVM cancels out."""
    for (less, build0, load0, heap0, size0), (more, build1, load1, heap1, size1) in zip(sorted(SIZES), sorted(SIZES)[1:]):
        millions = (more - less) / 1e6
        tell(f"each million triples from {less / 1e6:.1f} to {more / 1e6:.1f} million", build_CPU_s=(build1 - build0) / millions,
             load_CPU_s=(load1 - load0) / millions, heap_MB=(heap1 - heap0) / millions, file_MB=(size1 - size0) / 2**20 / millions)


def generated(count, folder):
    file = os.path.join(folder, f"{count}.nq")
    if not os.path.exists(file):
        subprocess.run(GENERATOR.format(count, file), shell=True, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    tell(f"{count} generated", nquads_MB=os.path.getsize(file) / 2**20)
    SIZES.append(snapshot(str(count), folder, "--validated", "--data", file))


def copies(count, times, folder):
    """Faster to make than generated data; each copy repeats the numbers and the texts of the first."""
    file = os.path.join(folder, f"{count}x{times}.nq")
    if not os.path.exists(file):
        with open(file, "wb") as out:
            for copy in range(times):
                with open(os.path.join(folder, f"{count}.nq"), "rb") as read:
                    for line in read:
                        if copy == 0:
                            out.write(line)
                        elif b"/sample-" in line:
                            out.write(line.replace(b"/sample-", b"/sample-%d-" % copy))
    tell(f"{count}x{times} copied", nquads_MB=os.path.getsize(file) / 2**20)
    SIZES.append(snapshot(f"{count}x{times}", folder, "--validated", "--data", file))


def start(folder):
    """Start from a snapshot of the project's data, plainly, with a class data archive, and with an AOT cache."""
    file = os.path.join(folder, "reports.snapshot")
    if not os.path.exists(file):
        run("snapshot", "--cache", "none", "--", file)
    archive, aot = os.path.join(folder, "classes.jsa"), os.path.join(folder, "classes.aot")
    ways = {
        "plain": (),
        "class data archive": ("-XX:+AutoCreateSharedArchive", f"-XX:SharedArchiveFile={archive}"),
        "AOT cache": (f"-XX:AOTCache={aot}",),
    }
    serve("--snapshot", file, options=ways["class data archive"])
    serve("--snapshot", file, options=(f"-XX:AOTCacheOutput={aot}",))
    for at in range(1, 4):
        for name, options in ways.items():
            triples, ready, used, heap, peak = serve("--snapshot", file, options=options)
            tell(f"start {at}, {name}", triples=triples, ready_wall_s=ready, CPU_s=used, peak_MB=int(peak))
    for name, path in (("class data archive", archive), ("AOT cache", aot)):
        tell(name, file_MB=os.path.getsize(path) / 2**20)


def main():
    folder = os.path.abspath(sys.argv[1])
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))
    os.makedirs(folder, exist_ok=True)
    print("load average of the machine at the beginning:", open("/proc/loadavg").read().split()[0], flush=True)
    for word in sys.argv[2:]:
        if word == "reports":
            snapshot("reports", folder)
        elif word == "start":
            start(folder)
        elif word.endswith(".snapshot"):
            served(word, os.path.join(folder, word))
        elif "x" in word:
            copies(*map(int, word.replace("_", "").split("x")), folder)
        else:
            generated(int(word.replace("_", "")), folder)
    slopes()
    print("load average at the end:", open("/proc/loadavg").read().split()[0])


if len(sys.argv) < 3:
    sys.exit(__doc__)
main()
