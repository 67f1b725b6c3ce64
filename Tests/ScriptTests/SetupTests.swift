import Testing

@Suite struct SetupTests {
  private static let packages = [
    "binutils": "2.40-2", "ca-certificates": "20230311", "libc6-dev": "2.36-9",
    "libboost-regex-dev": "1.74.0.3", "libcmark-gfm-dev": "0.29.0.gfm.6-6",
    "libcmark-gfm-extensions-dev": "0.29.0.gfm.6-6", "libsource-highlight-dev": "3.1.9-4.2",
    "libcurl4-openssl-dev": "7.88.1-10", "libncurses-dev": "6.4-4", "libsimdjson-dev": "3.0.1-1",
    "libsqlite3-dev": "3.40.1-2", "libzstd-dev": "1.5.4+dfsg2-5", "libstdc++-12-dev": "12.2.0-14",
  ]
  private static let install = "apt-get install -y -q --no-remove --no-install-recommends"

  @Test func isSilentWhenNothingIsMissing() throws {
    let machine = try Machine(packages: Self.packages)
    #expect(try machine.run("setup") == Machine.Run(status: 0, output: "", errors: ""))
  }

  @Test func installsWhatIsMissingAndNoMore() throws {
    var packages = Self.packages
    packages["libsimdjson-dev"] = nil
    let machine = try Machine(packages: packages)
    let all = Self.packages.map { "\($0.key) \($0.value) installed" }.joined(separator: "\\n")
    try machine.add(
      "apt-get",
      script: """
        echo "apt-get $*"
        printf '#!/bin/bash\\nprintf "\(all)\\\\n"\\n' >"$HOME/dpkg-query"
        """
    )
    let errors = """
      weir setup: installing libsimdjson-dev
      \(Self.install) libsimdjson-dev

      """
    #expect(try machine.run("setup") == Machine.Run(status: 0, output: "", errors: errors))
  }

  @Test func testsNeedMore() throws {
    let machine = try Machine(packages: Self.packages)
    try machine.add("apt-get", script: "echo \"$*\"; exit 1")
    let errors = try machine.run("setup", "--tests").errors
    let missing = "libvterm-dev golang-github-yuin-goldmark-dev openssl python3 tmux"
    #expect(errors.hasPrefix("weir setup: installing \(missing)\n"))
  }

  @Test func updatesThePackageListsOnlyWhenTheInstallationFailed() throws {
    let machine = try Machine(packages: [:])
    try machine.add("apt-get", script: "echo \"$1\"; exit 100")
    let run = try machine.run("setup")
    #expect(run.status == 1)
    let steps = run.errors.split(separator: "\n").filter { !$0.hasPrefix("weir setup") }
    #expect(steps == ["install", "update", "install"])
  }

  @Test func usesSudoWhenNotRoot() throws {
    let machine = try Machine(packages: [:], commands: ["git", "ld.gold", "tmux"])
    try machine.add("id", script: "echo 1000")
    try machine.add("sudo", script: "echo \"sudo $1\"; exit 1")
    #expect(try machine.run("setup").errors.contains("\nsudo env\n"))
  }

  @Test func namesTheCommandWhenNeitherRootNorSudoIsAtHand() throws {
    var packages = Self.packages
    packages["libncurses-dev"] = nil
    let machine = try Machine(packages: packages)
    try machine.add("id", script: "echo 1000")
    let errors = """
      weir setup: these packages are missing, and neither root nor sudo is at hand; run as root: \
      apt-get install libncurses-dev

      """
    #expect(try machine.run("setup") == Machine.Run(status: 1, output: "", errors: errors))
  }

  @Test func refusesAnOldLibcurl() throws {
    let old = Self.packages.merging(["libcurl4-openssl-dev": "7.74.0-1"]) { $1 }
    let errors = """
      weir setup: libcurl 7.74.0-1 is too old, 7.87 is needed: Debian 12 or Ubuntu 24.04 have it

      """
    let run = try Machine(packages: old).run("setup")
    #expect(run == Machine.Run(status: 1, output: "", errors: errors))
  }

  @Test(arguments: [
    ("echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'", "Swift 5.10.1 is too old"),
    ("echo 'swift: cannot open libxml2.so.2' >&2; exit 127", "swift does not start"),
  ])
  func namesWhereToGetANewerSwift(script: String, complaint: String) throws {
    let machine = try Machine(packages: Self.packages)
    try machine.add("swift", script: script)
    let run = try machine.run("setup")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("weir setup: \(complaint)"))
    #expect(run.errors.contains("https://www.swift.org/install/linux/"))
  }

  @Test func namesAMissingSwiftBeforeItInstallsAnything() throws {
    let machine = try Machine(packages: [:])
    try machine.remove("swift")
    let errors = """
      weir setup: Swift is missing, 6.2 or newer is needed: https://www.swift.org/install/linux/

      """
    #expect(try machine.run("setup") == Machine.Run(status: 1, output: "", errors: errors))
  }

  @Test func namesThePackagesWhereThereIsNoAptGet() throws {
    let machine = try Machine(packages: [:])
    try machine.remove("apt-get")
    try machine.add("clang", script: "exit 1")
    let run = try machine.run("setup")
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix("weir setup: this system has no apt-get; install what Debian calls")
    )
  }

  @Test func leavesOtherSystemsAloneWhenTheHeadersAreThere() throws {
    let machine = try Machine(packages: [:])
    try machine.remove("apt-get")
    try machine.add("clang", script: "exit 0")
    #expect(try machine.run("setup") == Machine.Run(status: 0, output: "", errors: ""))
  }
}
