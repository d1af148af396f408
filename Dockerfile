# One image for web, worker, beat and the preparation of the database: docker-compose.yml says which.
FROM python:3.11-slim-bookworm

RUN apt-get update \
    && apt-get install -y --no-install-recommends \
       libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /srv/dhr
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock

COPY . .
ENV PYTHONUNBUFFERED=1 DATA_DIR=/srv/data STATIC_ROOT=/srv/static
# Collecting needs the settings, and so some value for what they require; none of these is kept.
RUN SECRET_KEY=none FIELD_KEYS=none:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= WEB_DATABASE_URL=postgres://none/none REDIS_URL=redis://none CLAMD_ADDRESS=none \
    python manage.py collectstatic --no-input --verbosity=0 --ignore="htm*x-4*"

RUN useradd --system --uid 1000 dhr && install -d -o dhr -m 0700 /srv/data
USER dhr
VOLUME /srv/data
EXPOSE 8000
