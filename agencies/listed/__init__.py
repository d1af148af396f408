"""
The regional and national bodies of England and Wales that recommendations go to, as the house
knows them: plain data, without addresses. `agencies.operations.listed_bodies` puts them into the
directory; what a partnership changed there stays as it changed it.
"""

from agencies.listed.courts import COURTS
from agencies.listed.government import GOVERNMENT
from agencies.listed.health import HEALTH
from agencies.listed.local import LOCAL
from agencies.listed.policing import POLICING
from agencies.listed.regions import REGIONS
from agencies.listed.shape import Listed

BODIES: tuple[Listed, ...] = (*GOVERNMENT, *POLICING, *COURTS, *HEALTH, *LOCAL, *REGIONS)

__all__ = ["BODIES", "Listed"]
