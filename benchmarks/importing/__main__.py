from benchmarks.importing.main import main

main()
