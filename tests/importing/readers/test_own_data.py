"""Files of our own data, told from others."""

import pytest

from bantin.importing.facts.known_names import KnownNames
from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.own_data import is_own_table, read_own_data
from tests.site.data.records import AGENCIES, files_of, rich


def test_other_tables_are_not_our_data() -> None:
    bulletin = rich()
    known = KnownNames(AGENCIES, bulletin.directory.vocabulary, bulletin.directory.site)
    assert is_own_table(files_of(bulletin)["agreements.csv"].encode())
    for data in (b"", b"id,title\r\n1,A\r\n", files_of(bulletin)["parties.csv"].encode()):
        assert not is_own_table(data)
        with pytest.raises(Unreadable) as error:
            read_own_data({"agreements.csv": data}, known)
        assert error.value.refusal is Refusal.UNKNOWN_KIND
